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
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { KeyRepository } from '../keys/key.repository';
import { KeyStore } from '../keys/key-store';
import { OWN_SEAL } from '../keys/own-seal';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

export interface OverrideWhere {
  readonly overrideId: string;
  readonly partnershipId: string;
  readonly enquiryId: string;
}

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

  /** @throws SealRefusal where the enquiry's keys are gone: then there is nothing left that it could open */
  async strikes(where: OverrideWhere, { kid, envelope }: Sealed): Promise<ReasonCode[]> {
    const privateKey = await this.keyStore.privateKeyFor(kid, where);
    const expected = strikesIds(where);
    const opened = await openEnvelope<'disclosure'>(envelope, {
      ...{ privateKey, expected, verifierFor: this.signers.find },
      sealedBy: OWN_SEAL,
      receivedAt: whenSealed,
    });
    return Strikes.parse(opened.content).strikes;
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

  /** The written reason; undefined where the enquiry's keys are destroyed. */
  async reason(where: OverrideWhere, sealed: Sealed): Promise<string | undefined> {
    try {
      return (await this.openReason(where, sealed, { receivedAt: whenSealed })).reason;
    } catch (error) {
      if (error instanceof SealRefusal && !error.passing) return undefined;
      throw error;
    }
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
