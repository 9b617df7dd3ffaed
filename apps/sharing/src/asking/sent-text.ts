import type { LineFacts } from '@mash/contracts';
import { openEnvelope } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import { KeyStore } from '../keys/key-store';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

const WithPurpose = z.object({ purposeText: z.string() });

/** Reads the purpose text that the agency would open, and nothing else of the request, to compare it with the one recorded. */
@Injectable()
export class SentText {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /** @returns the SHA-256 in hex; empty where the envelope is not what its row says or holds no purpose: that text differs from every other, and it is reported */
  async hashOf({ sealed, envelopeId, partnershipId, enquiryId, requestId, ...line }: LineFacts): Promise<string> {
    try {
      const privateKey = await this.keyStore.privateKeyFor(sealed.kid, { partnershipId, enquiryId });
      const { agencyId, personId } = line;
      const expected = { typ: 'request', partnershipId, version: 1, enquiryId, requestId, agencyId, personId } as const;
      const opened = await openEnvelope<'request'>(sealed.envelope, {
        privateKey,
        expected,
        verifierFor: this.signers.find,
        receivedAt: whenSealed,
      });
      const content = WithPurpose.safeParse(opened.content);
      return content.success ? createHash('sha256').update(content.data.purposeText, 'utf8').digest('hex') : '';
    } catch (error) {
      const found = { partnershipId, enquiryId, place: 'request', envelopeId, envelope: sealed.envelope } as const;
      return this.unopenable.without(found, '')(error);
    }
  }
}
