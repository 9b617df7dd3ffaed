import { AuditTrail } from '@mash/audit-client';
import { newId } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';

import { Clock } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { KEY_SETTINGS, type KeySettings } from '../../keys/key-settings';
import { AttestationReader } from '../../rows/attestation-reader';
import { AttestedRows } from '../../rows/attested-rows';
import type { Finding } from '../../rows/finding';
import { RowCheckRepository, type RowCheckRow } from '../../rows/row-check.repository';
import { WATCHED_TABLES } from '../../rows/watched-tables';
import { RowsDiffer } from './rows-differ';
import { SettleCandidates } from './settle-candidates';

const SYSTEM = { id: 'sharing', kind: 'system' } as const;
const ONE_AT_A_TIME = `hashtextextended('mash.row-check', 43)`;

export interface RowCheckResult extends RowCheckRow {
  readonly findings: readonly Finding[];
}

/**
 * Works out the hash of every watched row anew, compares it with what the audit log says was written, and names every row that was edited, taken
 * away or put in behind the application. What seems so at first may only be under way to the log: it is settled before it is said.
 */
@Injectable()
export class CheckRowsHandler {
  private readonly log = jsonLogger('sharing');

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: AttestationReader,
    private readonly settle: SettleCandidates,
    private readonly checks: RowCheckRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @Inject(KEY_SETTINGS) private readonly settings: KeySettings,
  ) {}

  /** @returns undefined where another check is under way */
  async execute(askedBy: string): Promise<RowCheckResult | undefined> {
    const session = this.dataSource.createQueryRunner();
    await session.connect();
    try {
      const [{ mine }] = (await session.query(`SELECT pg_try_advisory_lock(${ONE_AT_A_TIME}) AS mine`)) as [
        { mine: boolean },
      ];
      if (!mine) return undefined;
      return await this.run(session, askedBy).finally(() =>
        session.query(`SELECT pg_advisory_unlock(${ONE_AT_A_TIME})`),
      );
    } finally {
      await session.release();
    }
  }

  private async run(session: QueryRunner, askedBy: string): Promise<RowCheckResult> {
    const [checkId, startedAt] = [newId(), this.clock.now()];
    const attested = await AttestedRows.begin(session, this.settings);
    try {
      const { findings, rowsChecked } = await this.compare(attested);
      const state = findings.length === 0 ? 'whole' : 'differs';
      const check = { checkId, startedAt, finishedAt: this.clock.now(), state, rowsChecked, askedBy } as const;
      return await this.keep(check, findings);
    } catch (error) {
      this.log.error('the rows could not be checked', error);
      const check = {
        checkId,
        startedAt,
        finishedAt: this.clock.now(),
        state: 'unfinished',
        rowsChecked: 0,
        askedBy,
      } as const;
      return await this.keep(check, []);
    } finally {
      await attested.end();
    }
  }

  private async compare(attested: AttestedRows): Promise<{ findings: Finding[]; rowsChecked: number }> {
    const found: Finding[] = [];
    const readUpTo = new Map<string, number>();
    for (const partnershipId of await this.reader.partnerships())
      for await (const entry of this.reader.after(partnershipId, 0)) {
        const forged = await attested.take(partnershipId, entry);
        if (forged) found.push(forged);
        readUpTo.set(partnershipId, entry.seq);
      }
    const candidates: Finding[] = [];
    let rowsChecked = 0;
    for (const table of WATCHED_TABLES) {
      candidates.push(...(await attested.differing(table)));
      rowsChecked += await attested.count(table);
    }
    const settled = candidates.length === 0 ? [] : await this.settle.execute(attested, candidates, readUpTo);
    return { findings: [...found, ...settled], rowsChecked };
  }

  private async keep(check: RowCheckRow, findings: readonly Finding[]): Promise<RowCheckResult> {
    await this.unitOfWork.run(async (tx) => {
      await this.checks.add(tx, check, findings);
      for (const partnershipId of new Set(findings.flatMap((one) => one.partnershipId ?? [])))
        await this.audit.record(tx, {
          ...{ actor: SYSTEM, partnershipId, action: 'rows.check', subject: { type: 'RowCheck', id: check.checkId } },
          ...{ outcome: 'done', reasonCode: 'ROWS_DIFFER' },
          counts: countsOf(findings.filter((one) => one.partnershipId === partnershipId)),
        });
      for (const partnershipId of findings.length === 0 ? await this.checks.partnerships(tx) : [])
        await this.audit.record(tx, {
          ...{ actor: SYSTEM, partnershipId, action: 'rows.check', subject: { type: 'RowCheck', id: check.checkId } },
          ...{ outcome: 'done', reasonCode: check.state === 'whole' ? 'ROWS_WHOLE' : 'ROWS_NOT_CHECKED' },
          counts: { rows: check.rowsChecked },
        });
    });
    if (findings.length > 0)
      this.log.error('rows are not as the application wrote them', new RowsDiffer(), { count: findings.length });
    return { ...check, findings };
  }
}

const countsOf = (findings: readonly Finding[]): Record<Finding['kind'], number> => {
  const counts = { edited: 0, removed: 0, added: 0, attestation: 0 };
  for (const { kind } of findings) counts[kind] += 1;
  return counts;
};
