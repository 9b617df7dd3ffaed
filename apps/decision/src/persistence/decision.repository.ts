import { newId, type MakeDecision, type DecisionFlaggedV1 } from '@mash/contracts';
import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export type FlagBecause = DecisionFlaggedV1['data']['because'];

export interface DecisionRecord extends Pick<
  MakeDecision,
  'outcomes' | 'agencyViews' | 'unansweredConfirmed' | 'strategy' | 'whoTellsFamily' | 'rosterVersion'
> {
  readonly decisionId: string;
  readonly enquiryId: string;
  readonly version: number;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly kid: string;
  readonly envelope: string;
}

export interface FlagRecord {
  readonly flagId: string;
  readonly decisionId: string;
  readonly because: FlagBecause;
  readonly causeId: string;
  readonly flaggedAt: Date;
  readonly clearedAt?: Date;
}

export interface DissentRecord {
  readonly dissentId: string;
  readonly decisionId: string;
  readonly enquiryId: string;
  readonly agencyId: string;
  readonly raisedBy: string;
  readonly ground: string;
  readonly stage: string;
  readonly raisedAt: Date;
  readonly dueAt: Date;
  readonly kid: string;
  readonly envelope: string;
}

const FLAG = `
  INSERT INTO decision_flag (flag_id, decision_id, enquiry_id, because, cause_id, flagged_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING RETURNING flag_id`;

@Injectable()
export class DecisionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, { outcomes, agencyViews, ...decision }: DecisionRecord): Promise<void> {
    const json = { outcomes: JSON.stringify(outcomes), agencyViews: JSON.stringify(agencyViews) };
    await insertRow(tx, 'decision', { ...decision, ...json });
  }

  of(enquiryId: string, from: Source = this.dataSource): Promise<DecisionRecord[]> {
    return readRows(from, 'SELECT * FROM decision WHERE enquiry_id = $1 ORDER BY version', [enquiryId]);
  }

  async newest(from: Source, enquiryId: string): Promise<DecisionRecord | undefined> {
    return (await this.of(enquiryId, from)).at(-1);
  }

  /** As the newest decision has it; undefined until there is one. */
  async whoTellsFamily(enquiryId: string): Promise<DecisionRecord['whoTellsFamily'] | undefined> {
    const sql = 'SELECT who_tells_family FROM decision WHERE enquiry_id = $1 ORDER BY version DESC LIMIT 1';
    const [row] = await readRows<Pick<DecisionRecord, 'whoTellsFamily'>>(this.dataSource, sql, [enquiryId]);
    return row?.whoTellsFamily;
  }

  /** False where the same cause has flagged this decision already. */
  async flag(tx: Tx, enquiryId: string, flag: Omit<FlagRecord, 'flagId' | 'clearedAt'>): Promise<boolean> {
    const { decisionId, because, causeId, flaggedAt } = flag;
    const rows = await readRows(tx, FLAG, [newId(), decisionId, enquiryId, because, causeId, flaggedAt]);
    return rows.length === 1;
  }

  /** A new decision answers everything that was raised against the earlier ones. */
  async clearFlags(tx: Tx, enquiryId: string, clearedAt: Date): Promise<void> {
    await tx.query('UPDATE decision_flag SET cleared_at = $2 WHERE enquiry_id = $1 AND cleared_at IS NULL', [
      enquiryId,
      clearedAt,
    ]);
  }

  flagsOf(enquiryId: string, from: Source = this.dataSource): Promise<FlagRecord[]> {
    return readRows(from, 'SELECT * FROM decision_flag WHERE enquiry_id = $1 ORDER BY flagged_at, flag_id', [
      enquiryId,
    ]);
  }

  async addDissent(tx: Tx, dissent: DissentRecord): Promise<void> {
    await insertRow(tx, 'dissent', dissent);
  }

  /** The dissent of this id; if there is none, nobody else can make one of it before this transaction ends. */
  async claimDissent(tx: Tx, dissentId: string): Promise<DissentRecord | undefined> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [dissentId]);
    const [dissent] = await readRows<DissentRecord>(tx, 'SELECT * FROM dissent WHERE dissent_id = $1', [dissentId]);
    return dissent;
  }

  dissentsOf(enquiryId: string): Promise<DissentRecord[]> {
    return readRows(this.dataSource, 'SELECT * FROM dissent WHERE enquiry_id = $1 ORDER BY raised_at, dissent_id', [
      enquiryId,
    ]);
  }
}
