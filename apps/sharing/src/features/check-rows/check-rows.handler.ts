import { AuditTrail, type AuditEntry } from '@mash/audit-client';
import { newId } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { SYSTEM } from '../../access/this-service';
import { KEY_SETTINGS, type KeySettings } from '../../keys/key-settings';
import { AttestationReader } from '../../rows/attestation-reader';
import { AttestedRows } from '../../rows/attested-rows';
import type { Finding } from '../../rows/finding';
import { LostKeys } from '../../rows/lost-keys';
import { RowCheckRepository, type RowCheckRow } from '../../rows/row-check.repository';
import { signCheck } from '../../rows/signed-check';
import { NOBODYS, WATCHED_TABLES } from '../../rows/watched-tables';
import { requireAllLookedAt } from './require-all-looked-at';
import { RowsDiffer } from './rows-differ';
import { SettleCandidates } from './settle-candidates';

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
    private readonly lostKeys: LostKeys,
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
    const its = { checkId: newId(), startedAt: this.clock.now(), askedBy };
    const attested = await AttestedRows.begin(session, this.settings);
    try {
      const { findings, rowsChecked } = await this.compare(attested);
      return await this.keep({ ...its, state: findings.length === 0 ? 'whole' : 'differs', rowsChecked }, findings);
    } catch (error) {
      this.log.error('the rows could not be checked', error);
      return await this.keep({ ...its, state: 'unfinished', rowsChecked: 0 }, []);
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
    requireAllLookedAt(candidates, settled);
    return { findings: [...found, ...settled, ...(await this.lostKeys.find())], rowsChecked };
  }

  private async keep(
    its: Omit<RowCheckRow, 'finishedAt' | 'signature'>,
    findings: readonly Finding[],
  ): Promise<RowCheckResult> {
    const made = { ...its, finishedAt: this.clock.now() };
    const check = { ...made, signature: await signCheck(made, this.settings.signingKey) };
    await this.unitOfWork.run(async (tx) => {
      await this.checks.add(tx, check, findings);
      for (const partnershipId of await this.toldOf(tx, findings))
        await this.audit.record(tx, entryOf(check, partnershipId, findings.filter(isFor(partnershipId))));
    });
    if (findings.length > 0)
      this.log.error('rows are not as the application wrote them', new RowsDiffer(), { count: findings.length });
    return { ...check, findings };
  }

  /** Whose logs say what came of it: of those whose rows differ; of all where nothing does, or something that is everybody's. */
  private async toldOf(tx: Tx, findings: readonly Finding[]): Promise<Set<string>> {
    const named = findings.flatMap((one) => (isNobodys(one) ? [] : (one.partnershipId ?? [])));
    const isForAll = findings.length === 0 || findings.some(isNobodys);
    return new Set([...named, ...(isForAll ? await this.checks.partnerships(tx) : [])]);
  }
}

const isNobodys = ({ partnershipId }: Finding): boolean => partnershipId === null || partnershipId === NOBODYS;
const isFor =
  (partnershipId: string) =>
  (one: Finding): boolean =>
    isNobodys(one) || one.partnershipId === partnershipId;

function entryOf(
  { checkId, state, rowsChecked }: RowCheckRow,
  partnershipId: string,
  findings: readonly Finding[],
): AuditEntry {
  const subject = { type: 'RowCheck', id: checkId };
  const entry = { actor: SYSTEM, partnershipId, action: 'rows.check', subject, outcome: 'done' } as const;
  if (findings.length > 0) return { ...entry, reasonCode: 'ROWS_DIFFER', counts: countsOf(findings) };
  const reasonCode = state === 'whole' ? 'ROWS_WHOLE' : 'ROWS_NOT_CHECKED';
  return { ...entry, reasonCode, counts: { rows: rowsChecked } };
}

const countsOf = (findings: readonly Finding[]): Record<Finding['kind'], number> => {
  const counts = { edited: 0, removed: 0, added: 0, attestation: 0 };
  for (const { kind } of findings) counts[kind] += 1;
  return counts;
};
