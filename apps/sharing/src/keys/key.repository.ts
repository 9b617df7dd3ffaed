import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export type KeyUse = 'enquiry' | 'case' | 'overflow';

export interface KeyRow {
  kid: string;
  partnershipId: string;
  use: KeyUse;
  publicJwk: Record<string, string>;
  /** Null once destroyed. */
  wrapped: string | null;
  enquiryId: string | null;
  expiresAt: Date;
}

const KEY = `kid, partnership_id AS "partnershipId", use, public_jwk AS "publicJwk", wrapped, enquiry_id AS "enquiryId", expires_at AS "expiresAt"`;
const OF_ID = prepared(`SELECT ${KEY} FROM enquiry_key WHERE kid = $1`);
const BOUND_TO = prepared(
  `SELECT ${KEY} FROM enquiry_key WHERE enquiry_id = $1 AND use = 'enquiry' AND destroyed_at IS NULL ORDER BY bound_at LIMIT 1`,
);
const KIDS_OF = prepared(
  `SELECT kid FROM enquiry_key WHERE enquiry_id = $1 AND use = 'enquiry' AND destroyed_at IS NULL`,
);
const KEK_IDS = `
  WITH RECURSIVE ids (id) AS (
    SELECT min(split_part(wrapped, '.', 1)) FROM enquiry_key WHERE wrapped IS NOT NULL
    UNION ALL
    SELECT (SELECT min(split_part(k.wrapped, '.', 1)) FROM enquiry_key k WHERE k.wrapped IS NOT NULL AND split_part(k.wrapped, '.', 1) > ids.id)
      FROM ids WHERE ids.id IS NOT NULL)
  SELECT id FROM ids WHERE id IS NOT NULL`;

@Injectable()
export class KeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, key: KeyRow, leasedAt: Date, bound: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO enquiry_key (kid, partnership_id, use, public_jwk, wrapped, enquiry_id, leased_at, expires_at, bound_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        key.kid,
        key.partnershipId,
        key.use,
        JSON.stringify(key.publicJwk),
        key.wrapped,
        key.enquiryId,
        leasedAt,
        key.expiresAt,
        bound ? leasedAt : null,
      ],
    );
  }

  async find(kid: string, tx: Tx = this.dataSource.manager): Promise<KeyRow | undefined> {
    return (await tx.query<KeyRow[]>(OF_ID, [kid]))[0];
  }

  async lock(tx: Tx, kid: string): Promise<KeyRow | undefined> {
    return (await tx.query<KeyRow[]>(`SELECT ${KEY} FROM enquiry_key WHERE kid = $1 FOR UPDATE`, [kid]))[0];
  }

  async bind(tx: Tx, kid: string, its: { enquiryId: string; wrapped: string; at: Date }): Promise<void> {
    await tx.query(`UPDATE enquiry_key SET enquiry_id = $2, wrapped = $3, bound_at = $4 WHERE kid = $1`, [
      kid,
      its.enquiryId,
      its.wrapped,
      its.at,
    ]);
  }

  async bindOverflow(tx: Tx, kid: string, its: { enquiryId: string; sealedId: string; at: Date }): Promise<void> {
    const insert = `INSERT INTO overflow_binding (kid, enquiry_id, contact_id, bound_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;
    await tx.query(insert, [kid, its.enquiryId, its.sealedId, its.at]);
  }

  /** Whether this overflow key was used for something of this enquiry. */
  async isOverflowOf(kid: string, enquiryId: string): Promise<boolean> {
    const select = `SELECT 1 FROM overflow_binding WHERE kid = $1 AND enquiry_id = $2`;
    return (await this.dataSource.query<unknown[]>(select, [kid, enquiryId])).length > 0;
  }

  /** The key to seal more to: the first that was bound to the enquiry and still lives. */
  async boundTo(enquiryId: string, tx: Tx = this.dataSource.manager): Promise<KeyRow | undefined> {
    return (await tx.query<KeyRow[]>(BOUND_TO, [enquiryId]))[0];
  }

  /** The enquiry's own keys that live. */
  async kidsOf(enquiryId: string): Promise<string[]> {
    return (await this.dataSource.query<{ kid: string }[]>(KIDS_OF, [enquiryId])).map(({ kid }) => kid);
  }

  async overflowOf(partnershipId: string, usableUntil: Date): Promise<KeyRow | undefined> {
    const select = `SELECT ${KEY} FROM enquiry_key WHERE partnership_id = $1 AND use = 'overflow' AND expires_at > $2 AND destroyed_at IS NULL
      ORDER BY expires_at DESC LIMIT 1`;
    return (await this.dataSource.query<KeyRow[]>(select, [partnershipId, usableUntil]))[0];
  }

  /** Destroys every private half that is bound to an enquiry, case keys too. What was sealed to them is gone with it. @returns their ids */
  async destroyOf(tx: Tx, enquiryId: string, at: Date): Promise<string[]> {
    const update = `UPDATE enquiry_key SET wrapped = NULL, destroyed_at = $2 WHERE enquiry_id = $1 AND wrapped IS NOT NULL RETURNING kid`;
    const [destroyed] = await tx.query<[{ kid: string }[], number]>(update, [enquiryId, at]);
    return destroyed.map(({ kid }) => kid).sort();
  }

  /** Ids of the key-encryption keys that some living key is wrapped under. Steps from one to the next in the index: it reads no table. */
  async kekIds(): Promise<string[]> {
    return (await this.dataSource.query<{ id: string }[]>(KEK_IDS)).map(({ id }) => id);
  }

  /** Living keys that are wrapped under another key-encryption key than this one. */
  async countStale(kekId: string): Promise<number> {
    const select = `SELECT count(*)::int AS stale FROM enquiry_key WHERE wrapped IS NOT NULL AND split_part(wrapped, '.', 1) <> $1`;
    return (await this.dataSource.query<{ stale: number }[]>(select, [kekId]))[0]?.stale ?? 0;
  }

  /** The next of them by id, locked. What somebody else has locked (a second rotation, a key that is being bound) is passed over. */
  lockStale(tx: Tx, kekId: string, after: string, limit: number): Promise<KeyRow[]> {
    const select = `SELECT ${KEY} FROM enquiry_key WHERE wrapped IS NOT NULL AND split_part(wrapped, '.', 1) <> $1 AND kid > $2
      ORDER BY kid LIMIT $3 FOR UPDATE SKIP LOCKED`;
    return tx.query<KeyRow[]>(select, [kekId, after, limit]);
  }

  /** Replaces the wrapping of keys that are locked in `tx`. What they open, and what was sealed to them, stays as it is. */
  async keepRewrapped(tx: Tx, anew: readonly { kid: string; wrapped: string }[]): Promise<void> {
    const update = `UPDATE enquiry_key k SET wrapped = n.wrapped FROM unnest($1::text[], $2::text[]) AS n (kid, wrapped) WHERE k.kid = n.kid`;
    await tx.query(update, [anew.map(({ kid }) => kid), anew.map(({ wrapped }) => wrapped)]);
  }
}
