import type { LineFacts } from '@mash/contracts';
import { openEnvelope } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TextMatch } from '../domain/decision';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';
import type { EnquiryFacts } from './enquiry-facts';
import { RepeatedItems } from './repeated-items';

/** Every free text of a request that somebody typed. */
const Typed = z.object({
  purposeText: z.string(),
  questions: z.array(z.object({ why: z.string().optional() })).catch([]),
});
type Typed = z.infer<typeof Typed>;

/** Reads the words that the agency would open, and nothing else of the request: against the purpose recorded, and what this agency may not read. */
@Injectable()
export class SentText {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly repeated: RepeatedItems,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /**
   * @returns `differs` also where the envelope is not what its row says (which is reported), or holds no purpose
   * @throws PassingServiceFailure, SealRefusal that passes: it cannot be told now
   */
  async of(line: LineFacts, facts: EnquiryFacts): Promise<TextMatch> {
    const typed = await this.typedIn(line);
    if (typed === undefined || sha256(typed.purposeText) !== line.textRecorded) return 'differs';
    const words = [typed.purposeText, ...typed.questions.flatMap(({ why }) => why ?? [])].join('\n');
    return (await this.repeated.areIn(words, line, facts)) ? 'repeats' : 'same';
  }

  private async typedIn(line: LineFacts): Promise<Typed | undefined> {
    const { sealed, envelopeId, partnershipId, enquiryId, requestId, agencyId, personId } = line;
    try {
      const privateKey = await this.keyStore.privateKeyFor(sealed.kid, { partnershipId, enquiryId });
      const expected = { typ: 'request', partnershipId, version: 1, enquiryId, requestId, agencyId, personId } as const;
      const opened = await openEnvelope<'request'>(sealed.envelope, {
        privateKey,
        expected,
        verifierFor: this.signers.find,
        receivedAt: whenSealed,
      });
      return Typed.safeParse(opened.content).data;
    } catch (error) {
      const found = { partnershipId, enquiryId, place: 'request', envelopeId, envelope: sealed.envelope } as const;
      this.unopenable.isForged(error, found);
      return undefined;
    }
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
