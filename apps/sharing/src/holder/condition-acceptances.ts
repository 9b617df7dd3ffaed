import type { PersonActor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { openEnvelope, sealEnvelope, SealingPublicKey, type EnvelopeIdsOf } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { UnopenableEnvelopes, type FoundEnvelope } from '../envelopes/unopenable-envelopes';
import { KEY_SETTINGS, type KeySettings } from '../keys/key-settings';
import { KeyRepository } from '../keys/key.repository';
import { keyRing, type Unwrap } from '../keys/key-ring';
import { KeyStore } from '../keys/key-store';
import { OWN_SEAL } from '../keys/own-seal';
import { Signers } from '../keys/signers';
import { whenSealed } from '../keys/when-sealed';

interface Row {
  acceptanceId: string;
  kid: string;
  envelope: string;
}
interface Where {
  readonly partnershipId: string;
  readonly enquiryId: string;
}
const Accepted = z.object({ itemIds: z.array(z.string()) });

const OF_VIEWER = `SELECT acceptance_id AS "acceptanceId", kid, envelope FROM condition_acceptance WHERE enquiry_id = $1 AND account_id = $2`;
const INSERT = `INSERT INTO condition_acceptance (acceptance_id, partnership_id, enquiry_id, account_id, accepted_at, kid, envelope)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;

const idsOf = ({ partnershipId, enquiryId }: Where, acceptanceId: string): EnvelopeIdsOf<'acceptance'> => ({
  ...{ typ: 'acceptance', version: 1, partnershipId, enquiryId, acceptanceId },
});

/** Conditions that a viewer has accepted before reading. Which items they were about lies sealed. */
@Injectable()
export class ConditionAcceptances {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: KeyRepository,
    private readonly keyStore: KeyStore,
    private readonly signers: Signers,
    private readonly unopenable: UnopenableEnvelopes,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  async add(
    tx: Tx,
    actor: PersonActor,
    its: { acceptanceId: string; enquiryId: string; itemIds: readonly string[]; at: Date },
  ): Promise<void> {
    const where = { partnershipId: actor.partnershipId, enquiryId: its.enquiryId };
    const key = await this.keys.boundTo(its.enquiryId, tx);
    if (key === undefined) throw new Error('There is no key of this enquiry to seal an acceptance to');
    const envelope = await sealEnvelope<'acceptance'>({
      header: idsOf(where, its.acceptanceId),
      facts: {},
      content: { itemIds: [...its.itemIds] },
      publicKey: SealingPublicKey.parse(key.publicJwk),
      sealer: { key: this.settings.signingKey, sealedBy: OWN_SEAL },
      sealedAt: its.at,
    });
    const values = [its.acceptanceId, where.partnershipId, where.enquiryId, actor.id, its.at, key.kid, envelope];
    await tx.query(INSERT, values);
  }

  /** The items of the enquiry whose conditions this viewer has accepted. One that does not open accepts nothing. */
  async of(where: Where, accountId: string): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<Row[]>(OF_VIEWER, [where.enquiryId, accountId]);
    const unwrap = keyRing(this.keyStore, where);
    const accepted = await Promise.all(
      rows.map((row) => this.open(where, row, unwrap).catch(this.unopenable.without(foundIn(where, row), []))),
    );
    return new Set(accepted.flat());
  }

  private async open(where: Where, { acceptanceId, kid, envelope }: Row, unwrap: Unwrap): Promise<string[]> {
    const privateKey = await unwrap(kid);
    const expected = idsOf(where, acceptanceId);
    const its = { privateKey, expected, verifierFor: this.signers.find, sealedBy: OWN_SEAL, receivedAt: whenSealed };
    return Accepted.parse((await openEnvelope<'acceptance'>(envelope, its)).content).itemIds;
  }
}

const foundIn = ({ partnershipId, enquiryId }: Where, { acceptanceId, envelope }: Row): FoundEnvelope => ({
  ...{ partnershipId, enquiryId, place: 'acceptance', envelopeId: acceptanceId, envelope },
});
