import type { PersonActor } from '@mash/authorisation';
import { CarriedObligation, type AcceptConditions } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { openEnvelope, sealEnvelope, SealingPublicKey, type EnvelopeIdsOf } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { AcceptedSoFar } from '../domain/release/accepted-so-far';
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
/** An acceptance that names no obligations is of the holder's condition: it was all that could be accepted when it was made. */
const Accepted = z.object({
  itemIds: z.array(z.string()),
  carried: z.array(z.object({ itemId: z.string(), obligations: z.array(CarriedObligation) })).default([]),
});
type Accepted = z.infer<typeof Accepted>;

const OF_VIEWER = `SELECT acceptance_id AS "acceptanceId", kid, envelope FROM condition_acceptance WHERE enquiry_id = $1 AND account_id = $2`;
const INSERT = `INSERT INTO condition_acceptance (acceptance_id, partnership_id, enquiry_id, account_id, accepted_at, kid, envelope)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;

const idsOf = ({ partnershipId, enquiryId }: Where, acceptanceId: string): EnvelopeIdsOf<'acceptance'> => ({
  ...{ typ: 'acceptance', version: 1, partnershipId, enquiryId, acceptanceId },
});

/** What a viewer has accepted before reading: conditions, warnings and notices. Which items they were about, and which, lies sealed. */
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
    its: Omit<AcceptConditions, 'itemIds'> & { itemIds: readonly string[]; at: Date },
  ): Promise<void> {
    const where = { partnershipId: actor.partnershipId, enquiryId: its.enquiryId };
    const key = await this.keys.boundTo(its.enquiryId, tx);
    if (key === undefined) throw new Error('There is no key of this enquiry to seal an acceptance to');
    const envelope = await sealEnvelope<'acceptance'>({
      header: idsOf(where, its.acceptanceId),
      facts: {},
      content: { itemIds: [...its.itemIds], ...(its.carried && { carried: its.carried }) },
      publicKey: SealingPublicKey.parse(key.publicJwk),
      sealer: { key: this.settings.signingKey, sealedBy: OWN_SEAL },
      sealedAt: its.at,
    });
    const values = [its.acceptanceId, where.partnershipId, where.enquiryId, actor.id, its.at, key.kid, envelope];
    await tx.query(INSERT, values);
  }

  /** What this viewer has accepted of the items of the enquiry. One that does not open accepts nothing. */
  async of(where: Where, accountId: string): Promise<AcceptedSoFar> {
    const rows = await this.dataSource.query<Row[]>(OF_VIEWER, [where.enquiryId, accountId]);
    const unwrap = keyRing(this.keyStore, where);
    const read = (row: Row) =>
      this.open(where, row, unwrap).catch(this.unopenable.without(foundIn(where, row), undefined));
    const accepted = await Promise.all(rows.map(read));
    return united(accepted.flatMap((one) => one ?? []));
  }

  private async open(where: Where, { acceptanceId, kid, envelope }: Row, unwrap: Unwrap): Promise<Accepted> {
    const privateKey = await unwrap(kid);
    const expected = idsOf(where, acceptanceId);
    const its = { privateKey, expected, verifierFor: this.signers.find, sealedBy: OWN_SEAL, receivedAt: whenSealed };
    return Accepted.parse((await openEnvelope<'acceptance'>(envelope, its)).content);
  }
}

const foundIn = ({ partnershipId, enquiryId }: Where, { acceptanceId, envelope }: Row): FoundEnvelope => ({
  ...{ partnershipId, enquiryId, place: 'acceptance', envelopeId: acceptanceId, envelope },
});

function united(acceptances: readonly Accepted[]): AcceptedSoFar {
  const all = new Map<string, Set<CarriedObligation>>();
  for (const { itemIds, carried } of acceptances) {
    const named = new Map(carried.map(({ itemId, obligations }) => [itemId, obligations]));
    for (const itemId of itemIds) {
      const before = all.get(itemId) ?? [];
      all.set(itemId, new Set([...before, ...(named.get(itemId) ?? (['SHOW_CONDITION'] as const))]));
    }
  }
  return all;
}
