import { AuditTrail } from '@mash/audit-client';
import { UnitOfWork } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../access/this-service';
import type { Finding } from '../../rows/finding';
import { CheckRowsHandler } from './check-rows.handler';

/** The trigger's own note, made by hand for rows that were there before there was a trigger. */
const NOTE = `SELECT set_config('mash.changed_rows', $1, true)`;
const MOST_PASSES = 1_000;

/**
 * Attests, once, what was written before rows were attested at all. Only rows without any attestation: one that was edited since stays found. It leaves an
 * entry of its own, by which information governance can see that it was done, and how many rows were believed unseen.
 */
@Injectable()
export class AttestEarlierRows {
  constructor(
    private readonly check: CheckRowsHandler,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns how many rows were attested; undefined where it could not look */
  async execute(): Promise<number | undefined> {
    let attested = 0;
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const result = await this.check.execute('attest-earlier');
      if (result === undefined || result.state === 'unfinished') return undefined;
      const unknown = result.findings.filter(({ kind }) => kind === 'added');
      if (unknown.length === 0) return attested;
      await this.attest(unknown);
      attested += unknown.length;
    }
    return attested;
  }

  private async attest(unknown: readonly Finding[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      for (const partnershipId of new Set(unknown.flatMap((one) => one.partnershipId ?? []))) {
        const rows = unknown.filter((one) => one.partnershipId === partnershipId).length;
        const subject = { type: 'Rows', id: partnershipId };
        const entry = { actor: SYSTEM, partnershipId, action: 'rows.attest-earlier', subject, counts: { rows } };
        await this.audit.record(tx, { ...entry, outcome: 'done' });
      }
      await tx.query(NOTE, [unknown.map(({ table, key }) => `${table} ${key}`).join('\n')]);
    });
  }
}
