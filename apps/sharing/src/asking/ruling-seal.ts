import type { Tx } from '@mash/persistence';
import { openEnvelope, sealEnvelope, SealingPublicKey, type EnvelopeIdsOf } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { UnopenableEnvelopes, type FoundEnvelope } from '../envelopes/unopenable-envelopes';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { KeyRepository } from '../keys/key.repository';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { OWN_SEAL } from '../keys/own-seal';
import { Signers } from '../keys/signers';
import { Ruling } from './ruling';
import { whenSealed } from '../keys/when-sealed';

interface Where {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly sharingDecisionId: string;
}
/** A ruling where it lies; null where it lies plain, because what was asked for is plain. */
export interface SealedRuling extends Where {
  readonly detailKid: string | null;
  readonly detailEnvelope: string | null;
}

const idsOf = ({ partnershipId, enquiryId, sharingDecisionId }: Where): EnvelopeIdsOf<'ruling'> => ({
  ...{ typ: 'ruling', version: 1, partnershipId, enquiryId, sharingDecisionId },
});

/** Seals the ruling of a decision to the enquiry's key: it goes when the enquiry's keys go. */
@Injectable()
export class RulingSeal {
  constructor(
    private readonly keys: KeyRepository,
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly unopenable: UnopenableEnvelopes,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  /** @throws Error where the enquiry has no key: then nothing of it can have been opened, and there is nothing to decide about */
  async seal(tx: Tx, where: Where, ruling: Ruling, at: Date): Promise<{ kid: string; envelope: string }> {
    const key = await this.keys.boundTo(where.enquiryId, tx);
    if (key === undefined) throw new Error('There is no key of this enquiry to seal a decision to');
    const envelope = await sealEnvelope<'ruling'>({
      header: idsOf(where),
      facts: {},
      content: ruling,
      publicKey: SealingPublicKey.parse(key.publicJwk),
      sealer: { key: this.settings.signingKey, sealedBy: OWN_SEAL },
      sealedAt: at,
    });
    return { kid: key.kid, envelope };
  }

  /**
   * @param its.unwrap the keys of their enquiry, where they are of one and its keys were had already
   * @returns the rulings by decision, without those that do not open: their enquiry was erased, or somebody else wrote them, which is reported
   */
  async openAll(
    rows: readonly SealedRuling[],
    its: { unwrap?: Unwrap | undefined } = {},
  ): Promise<Map<string, Ruling>> {
    const sealed = new Map(rows.map((row) => [row.sharingDecisionId, row]));
    const rings = new Map<string, Unwrap>();
    const ringOf = (row: SealedRuling): Unwrap => {
      const ring = its.unwrap ?? rings.get(row.enquiryId) ?? keyRing(this.keyStore, row);
      rings.set(row.enquiryId, ring);
      return ring;
    };
    const opened = await Promise.all(
      [...sealed.values()].map((row) =>
        this.open(row, ringOf(row)).catch(this.unopenable.without(foundIn(row), undefined)),
      ),
    );
    return new Map(opened.flatMap((one) => (one === undefined ? [] : [one])));
  }

  private async open(row: SealedRuling, unwrap: Unwrap): Promise<[string, Ruling] | undefined> {
    if (row.detailKid === null || row.detailEnvelope === null) return undefined;
    const privateKey = await unwrap(row.detailKid);
    const expected = idsOf(row);
    const its = { privateKey, expected, verifierFor: this.signers.find, sealedBy: OWN_SEAL, receivedAt: whenSealed };
    const { content } = await openEnvelope<'ruling'>(row.detailEnvelope, its);
    return [row.sharingDecisionId, Ruling.parse(content)];
  }
}

const foundIn = ({ partnershipId, enquiryId, sharingDecisionId, detailEnvelope }: SealedRuling): FoundEnvelope => ({
  ...{ partnershipId, enquiryId, place: 'ruling', envelopeId: sharingDecisionId, envelope: detailEnvelope ?? '' },
});
