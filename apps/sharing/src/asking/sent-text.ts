import type { LineFacts } from '@mash/contracts';
import { openEnvelope } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TextMatch } from '../domain/decision';
import { readBeside, textsReadTogether, type Pieces } from '../domain/release/texts-read-together';
import { textFacts, type TextFacts } from '../domain/stated-task';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';
import { ConditionsRead } from '../reviews/conditions-read';
import type { EnquiryFacts } from './enquiry-facts';
import { RepeatedItems } from './repeated-items';

const Names = z.array(z.string()).catch([]);
/** Every free text of a request that somebody typed, but where the person lives: an agency cannot search without that, whoever has answered it too. */
const Typed = z.object({
  purposeText: z.string(),
  questions: z.array(z.object({ why: z.string().optional() })).catch([]),
  person: z
    .object({ names: Names, aliases: Names, relationship: z.string().catch('') })
    .partial()
    .catch({}),
});
type Typed = z.infer<typeof Typed>;

/**
 * Reads the words that the agency would open, and nothing else of the request: against the purpose recorded, and what this agency may not read, also
 * in what it reads of several texts together.
 */
@Injectable()
export class SentText {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly repeated: RepeatedItems,
    private readonly conditions: ConditionsRead,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /**
   * @returns `differs` also where the envelope is not what its row says (which is reported), holds no purpose, or claims what nobody has judged
   * @throws PassingServiceFailure, SealRefusal that passes: it cannot be told now
   */
  async of(line: LineFacts, facts: EnquiryFacts): Promise<TextFacts> {
    const typed = await this.typedIn(line);
    const text = await this.matchOf(typed, line, facts);
    const words = typed === undefined ? '' : writtenIn(typed).join('\n');
    return textFacts({ ...line, text, words }, facts.decision.threshold);
  }

  private async matchOf(typed: Typed | undefined, line: LineFacts, facts: EnquiryFacts): Promise<TextMatch> {
    if (typed === undefined || sha256(typed.purposeText) !== line.textRecorded) return 'differs';
    const texts = async () => textsReadTogether(piecesOf(typed), await this.beside(line));
    return (await this.repeated.areIn(texts, line, facts)) ? 'repeats' : 'same';
  }

  /**
   * Whether the condition under which it is let through repeats what this agency may not read by now: alone, or where it goes on from what the agency
   * reads beside it, or that from it.
   * @throws as `of`
   */
  async repeatsUnder(
    condition: string,
    { line, facts, now }: { line: LineFacts; facts: EnquiryFacts; now: Date },
  ): Promise<boolean> {
    const texts = async () => {
      const typed = await this.typedIn(line);
      return readBeside(condition, [...(typed ? [piecesOf(typed)] : []), ...(await this.beside(line))]);
    };
    return this.repeated.areIn(texts, { ...line, askedAt: now.toISOString() }, facts);
  }

  /**
   * What else the same agency gets to read of this enquiry: other texts, and the conditions of releasers. One that does not open is read by nobody:
   * whoever decides about it says so.
   */
  private async beside({ beside = [], ...line }: LineFacts): Promise<Pieces[]> {
    const { partnershipId, enquiryId, agencyId: toAgencyId } = line;
    const [typed, conditions] = await Promise.all([
      Promise.all(beside.map((one) => this.typedIn({ ...line, ...one }))),
      this.conditions.by({ partnershipId, enquiryId, mode: 'ask', toAgencyId }),
    ]);
    return [...typed.flatMap((one) => (one === undefined ? [] : [piecesOf(one)])), conditions];
  }

  private async typedIn({ sealed, envelopeId, ...ids }: Lies): Promise<Typed | undefined> {
    const { partnershipId, enquiryId, requestId, agencyId, personId } = ids;
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

/** An envelope of a request, and the row that it lies in. */
type Lies = Pick<
  LineFacts,
  'sealed' | 'envelopeId' | 'partnershipId' | 'enquiryId' | 'requestId' | 'agencyId' | 'personId'
>;

/** What it says for itself: what it asks for, and why for more. */
const writtenIn = ({ purposeText, questions }: Typed): string[] => [
  purposeText,
  ...questions.flatMap(({ why }) => why ?? []),
];
const piecesOf = (typed: Typed): Pieces => {
  const { names = [], aliases = [], relationship = '' } = typed.person;
  return [...writtenIn(typed), ...names, ...aliases, relationship];
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
