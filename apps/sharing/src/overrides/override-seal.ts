import {
  openEnvelope,
  readEnvelopeHeader,
  sealEnvelope,
  SealingPublicKey,
  SealRefusal,
  type EnvelopeIdsOf,
  type ToOpen,
} from '@mash/sealing';
import type { Sealed } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { REASON_CODES, type ReasonCode } from '../domain/decision';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import type { ReadReason } from '../governance/written-reason';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { KeyRepository } from '../keys/key.repository';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { OWN_SEAL } from '../keys/own-seal';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

export interface OverrideWhere {
  readonly overrideId: string;
  readonly partnershipId: string;
  readonly enquiryId: string;
}
/** The sealed parts of an override, where they lie. */
export interface SealedOverride extends OverrideWhere {
  readonly kid: string;
  readonly strikesEnvelope: string;
  readonly reasonKid: string;
  readonly reasonEnvelope: string;
  readonly proposedBy: string;
}
/** The reasons that an override strikes; `forged` where somebody else wrote them, `gone` where the keys are destroyed: then it strikes nothing. */
export type ReadStrikes = readonly ReasonCode[] | 'forged' | 'gone';

const Strikes = z.object({ strikes: z.array(z.enum(REASON_CODES)) });
const Reason = z.object({ reason: z.string() });
const strikesIds = ({ overrideId, partnershipId, enquiryId }: OverrideWhere): EnvelopeIdsOf<'disclosure'> => ({
  ...{ typ: 'disclosure', version: 1, partnershipId, enquiryId, disclosureId: overrideId },
});
const reasonIds = ({ overrideId, partnershipId, enquiryId }: OverrideWhere): EnvelopeIdsOf<'review'> => ({
  ...{ typ: 'review', version: 1, partnershipId, enquiryId, reviewId: overrideId },
});

/** The two sealed parts of an override: what it strikes, by this service, and the written reason, by whoever wrote it. */
@Injectable()
export class OverrideSeal {
  constructor(
    private readonly keys: KeyRepository,
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly unopenable: UnopenableEnvelopes,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  async seal(where: OverrideWhere, strikes: readonly ReasonCode[], at: Date): Promise<Sealed> {
    const key = await this.keys.boundTo(where.enquiryId);
    if (key === undefined) throw new Error('There is no key of this enquiry to seal an override to');
    const envelope = await sealEnvelope<'disclosure'>({
      header: strikesIds(where),
      facts: {},
      content: { strikes: [...strikes] },
      publicKey: SealingPublicKey.parse(key.publicJwk),
      sealer: { key: this.settings.signingKey, sealedBy: OWN_SEAL },
      sealedAt: at,
    });
    return { kid: key.kid, envelope };
  }

  /** One that does not open strikes nothing, and is reported. @throws SealRefusal where no key is at hand: it passes (503) */
  async strikes(row: SealedOverride, unwrap: Unwrap = keyRing(this.keyStore, row)): Promise<ReadStrikes> {
    try {
      const opened = await openEnvelope<'disclosure'>(row.strikesEnvelope, {
        ...{ privateKey: await unwrap(row.kid), expected: strikesIds(row) },
        ...{ verifierFor: this.signers.find, sealedBy: OWN_SEAL, receivedAt: whenSealed, contentSchema: Strikes },
      });
      return Strikes.parse(opened.content).strikes;
    } catch (error) {
      return this.isForged(error, row, 'override', row.strikesEnvelope) ? 'forged' : 'gone';
    }
  }

  /**
   * The written reason opens in its own place, was written by this person, and says something.
   * @throws CodedError SEAL.* (422)
   */
  async checkReason(where: OverrideWhere, sealed: Sealed, by: string): Promise<void> {
    const opened = await this.openReason(where, sealed).catch((error: unknown) => {
      if (error instanceof SealRefusal && !error.passing)
        throw new CodedError(error.code, 422, 'The written reason is not sealed for this override by you.');
      throw error;
    });
    if (opened.by !== by || opened.reason.trim() === '')
      throw new CodedError('SEAL.CONTENT_INVALID', 422, 'The written reason is not yours, or says nothing.');
  }

  /** The written reason, by who proposed it. @throws SealRefusal where no key is at hand: it passes (503) */
  async reason(row: SealedOverride): Promise<ReadReason> {
    const { reasonKid: kid, reasonEnvelope: envelope, proposedBy } = row;
    try {
      const { reason, by } = await this.openReason(row, { kid, envelope }, { receivedAt: whenSealed });
      if (by !== proposedBy) throw new SealRefusal('SEAL.CLAIM_MISMATCH', ['sealedBy']);
      return { words: reason };
    } catch (error) {
      return this.isForged(error, row, 'note', envelope) ? { doesNotOpen: true } : {};
    }
  }

  private isForged(error: unknown, row: OverrideWhere, place: 'override' | 'note', envelope: string): boolean {
    const { partnershipId, enquiryId, overrideId: envelopeId } = row;
    return this.unopenable.isForged(error, { partnershipId, enquiryId, place, envelopeId, envelope });
  }

  private async openReason(
    where: OverrideWhere,
    { kid, envelope }: Sealed,
    its: Pick<ToOpen<'review'>, 'receivedAt'> = {},
  ): Promise<{ reason: string; by: string }> {
    if (readEnvelopeHeader(envelope).kid !== kid) throw new SealRefusal('SEAL.HEADER_MISMATCH', ['kid']);
    const privateKey = await this.keyStore.privateKeyFor(kid, where);
    const expected = reasonIds(where);
    const opened = await openEnvelope<'review'>(envelope, {
      ...{ privateKey, expected, verifierFor: this.signers.find },
      ...its,
    });
    const content = Reason.safeParse(opened.content);
    if (!content.success) throw new SealRefusal('SEAL.CONTENT_INVALID', ['reason']);
    return { reason: content.data.reason, by: opened.sealedBy.id };
  }
}
