import type { KeyRevocationReason, SystemMaySeal, SystemPublicKey } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface SystemKeyRow {
  kid: string;
  partnershipId: string;
  agencyId: string;
  clientId: string;
  publicJwk: SystemPublicKey;
  maySeal: SystemMaySeal[];
  validFrom: Date;
  validTo: Date;
  registeredBy: string;
  registeredAt: Date;
}

/** A key with how it ended, where it did. */
export interface SystemKeyWithEnds extends SystemKeyRow {
  replacedAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
  revokedBecause: KeyRevocationReason | null;
}

export interface SystemKeyEnd {
  kid: string;
  kind: 'replaced' | 'revoked';
  endsAt: Date;
  reasonCode: KeyRevocationReason | null;
  endedBy: string;
  endedAt: Date;
}

const SELECT = `
  SELECT key.kid, partnership_id AS "partnershipId", agency_id AS "agencyId", client_id AS "clientId", public_jwk AS "publicJwk",
         may_seal AS "maySeal", valid_from AS "validFrom", valid_to AS "validTo", registered_by AS "registeredBy", registered_at AS "registeredAt",
         replaced.ends_at AS "replacedAt", revoked.ends_at AS "revokedAt", revoked.ended_by AS "revokedBy", revoked.reason_code AS "revokedBecause"
    FROM system_key key
    LEFT JOIN system_key_end replaced ON replaced.kid = key.kid AND replaced.kind = 'replaced'
    LEFT JOIN system_key_end revoked ON revoked.kid = key.kid AND revoked.kind = 'revoked'`;

/** Held alone by whoever ends a key, and in common by whoever takes something in by its signature. */
const endLock = (kid: string): string => `system-key-end ${kid}`;

/** The register of agencies' signing keys. Keys and their ends are added, never changed. */
@Injectable()
export class SystemKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(kid: string, tx: Tx = this.dataSource.manager): Promise<SystemKeyWithEnds | undefined> {
    return (await tx.query<SystemKeyWithEnds[]>(`${SELECT} WHERE key.kid = $1`, [kid]))[0];
  }

  ofPartnership(partnershipId: string): Promise<SystemKeyWithEnds[]> {
    const select = `${SELECT} WHERE partnership_id = $1 ORDER BY registered_at DESC, key.kid`;
    return this.dataSource.query<SystemKeyWithEnds[]>(select, [partnershipId]);
  }

  ofClient(tx: Tx, partnershipId: string, clientId: string): Promise<SystemKeyWithEnds[]> {
    return tx.query<SystemKeyWithEnds[]>(`${SELECT} WHERE partnership_id = $1 AND client_id = $2`, [
      partnershipId,
      clientId,
    ]);
  }

  /** Two registrations for one client at once are put one after the other. */
  async lockClient(tx: Tx, partnershipId: string, clientId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `system-key ${partnershipId} ${clientId}`,
    ]);
  }

  /** @returns false where the key was registered before, by whomever */
  async add(tx: Tx, row: SystemKeyRow): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `INSERT INTO system_key (kid, partnership_id, agency_id, client_id, public_jwk, may_seal, valid_from, valid_to, registered_by, registered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING kid`,
      [
        ...[row.kid, row.partnershipId, row.agencyId, row.clientId, JSON.stringify(row.publicJwk), row.maySeal],
        ...[row.validFrom, row.validTo, row.registeredBy, row.registeredAt],
      ],
    );
    return added.length > 0;
  }

  /**
   * The key as it stands, and until the end of the transaction nobody ends it: whoever takes something in by its signature does so before a revocation
   * has committed, or not at all.
   */
  async hold(tx: Tx, kid: string): Promise<SystemKeyWithEnds | undefined> {
    await tx.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [endLock(kid)]);
    return this.find(kid, tx);
  }

  /** @returns false where it ended in this way before */
  async end(tx: Tx, { kid, kind, endsAt, reasonCode, endedBy, endedAt }: SystemKeyEnd): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [endLock(kid)]);
    const insert = `INSERT INTO system_key_end (kid, kind, ends_at, reason_code, ended_by, ended_at)
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING kid`;
    return (await tx.query<unknown[]>(insert, [kid, kind, endsAt, reasonCode, endedBy, endedAt])).length > 0;
  }
}
