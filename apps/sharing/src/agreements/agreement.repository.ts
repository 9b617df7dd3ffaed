import type { AgreementContent } from '@mash/contracts';
import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgreementVersion } from '../domain/agreements/agreement-version';

/** A version that has left its draft. */
export interface KeptVersion extends AgreementVersion {
  readonly state: Exclude<AgreementVersion['state'], 'draft'>;
  readonly proposedAt: Date;
}

interface Row extends Omit<AgreementContent, 'inForceTo' | 'dpia'> {
  partnershipId: string;
  state: KeptVersion['state'];
  inForceTo: string | null;
  dpia: string | null;
  proposedAt: Date;
  stoppedAt: Date | null;
}

const COLUMNS = `agreement_id AS "agreementId", version, partnership_id AS "partnershipId", slug, title, tier, owner, state,
  in_force_from::text AS "inForceFrom", in_force_to::text AS "inForceTo", review_due::text AS "reviewDue", parties, lines, bases, dpia, words,
  proposed_at AS "proposedAt", stopped_at AS "stoppedAt"`;

function versionOf({ partnershipId, state, proposedAt, stoppedAt, inForceTo, dpia, ...content }: Row): KeptVersion {
  return {
    ...{ partnershipId, state, proposedAt, stoppedAt },
    content: { ...content, ...(inForceTo !== null && { inForceTo }), ...(dpia !== null && { dpia }) },
  };
}

const FINGERPRINT = prepared(`
  SELECT count(*) || ' ' || coalesce(max(stopped_at)::text, '') || ' ' ||
         coalesce(string_agg(version || state, ',' ORDER BY agreement_id, version), '') AS mark
    FROM agreement WHERE partnership_id = $1`);

/** Versions that have left their draft. Nothing of them changes but where they stand. */
@Injectable()
export class AgreementRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that have an agreement in force, or had one that was stopped. */
  async partnerships(): Promise<string[]> {
    const select = `SELECT DISTINCT partnership_id AS id FROM agreement WHERE state IN ('in_force', 'stopped') ORDER BY 1`;
    return (await this.dataSource.query<{ id: string }[]>(select)).map(({ id }) => id);
  }

  /** By title, newest version first. */
  async all(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<KeptVersion[]> {
    const select = `SELECT ${COLUMNS} FROM agreement WHERE partnership_id = $1 ORDER BY title, agreement_id, version DESC`;
    return (await tx.query<Row[]>(select, [partnershipId])).map(versionOf);
  }

  /** Whether the id is that of an agreement of another partnership. Until `tx` ends nobody else begins one under it. */
  async isOfAnother(tx: Tx, partnershipId: string, agreementId: string): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', [`agreement ${agreementId}`]);
    const select = 'SELECT 1 FROM agreement WHERE agreement_id = $1 AND partnership_id <> $2 LIMIT 1';
    return (await tx.query<unknown[]>(select, [agreementId, partnershipId])).length > 0;
  }

  /** Changes whenever anything about the partnership's agreements does: the cheap question each decision asks first. */
  async fingerprint(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<string> {
    return (await tx.query<{ mark: string }[]>(FINGERPRINT, [partnershipId]))[0]?.mark ?? '';
  }

  /** The versions that a party has ever stopped: none of them comes into force again, also where another was drawn since. */
  everStopped(tx: Tx, partnershipId: string): Promise<Pick<AgreementContent, 'agreementId' | 'version'>[]> {
    const select = `SELECT agreement_id AS "agreementId", version FROM agreement WHERE partnership_id = $1 AND stopped_at IS NOT NULL`;
    return tx.query<Pick<AgreementContent, 'agreementId' | 'version'>[]>(select, [partnershipId]);
  }

  async add(tx: Tx, partnershipId: string, content: AgreementContent, by: string, at: Date): Promise<void> {
    const json = (value: unknown): string => JSON.stringify(value);
    const { agreementId, version, slug, title, tier, owner, inForceFrom, inForceTo, reviewDue, dpia } = content;
    await tx.query(
      `INSERT INTO agreement (partnership_id, agreement_id, version, state, slug, title, tier, owner, in_force_from, in_force_to, review_due,
          parties, lines, bases, dpia, words, proposed_by, proposed_at)
        VALUES ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ...[partnershipId, agreementId, version, slug, title, tier, owner, inForceFrom, inForceTo ?? null, reviewDue],
        ...[json(content.parties), json(content.lines), json(content.bases), dpia ?? null, json(content.words), by, at],
      ],
    );
  }

  /** @returns whether it stood where `from` says; where not, nothing is changed */
  async move(tx: Tx, version: AgreementVersion, to: KeptVersion['state']): Promise<boolean> {
    const update = `UPDATE agreement SET state = $4 WHERE partnership_id = $1 AND agreement_id = $2 AND version = $3 AND state = $5 RETURNING version`;
    const { partnershipId, content, state } = version;
    const [moved] = await tx.query<[unknown[], number]>(update, [
      ...[partnershipId, content.agreementId, content.version, to, state],
    ]);
    return moved.length === 1;
  }

  async stop(tx: Tx, { partnershipId, content }: AgreementVersion, at: Date, by: string): Promise<void> {
    const update = `UPDATE agreement SET state = 'stopped', stopped_at = $4, stopped_by = $5
      WHERE partnership_id = $1 AND agreement_id = $2 AND version = $3 AND state = 'in_force'`;
    await tx.query(update, [partnershipId, content.agreementId, content.version, at, by]);
  }
}
