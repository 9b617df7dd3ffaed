import type { StrategyStep } from '@mash/contracts';
import { insertRow, readRows, type Source, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface StrategyStepRecord {
  readonly stepId: string;
  readonly discussionId: string;
  readonly enquiryId: string;
  /** Its place in the discussion, from 1. */
  readonly number: number;
  readonly step: StrategyStep;
  readonly agencies: readonly string[];
  readonly takenBy: string;
  readonly takenAt: Date;
  readonly kid?: string | undefined;
  readonly envelope?: string | undefined;
}

@Injectable()
export class StrategyRepository {
  constructor(private readonly dataSource: DataSource) {}

  of(enquiryId: string, from: Source = this.dataSource): Promise<StrategyStepRecord[]> {
    const sql = 'SELECT * FROM strategy_step WHERE enquiry_id = $1 ORDER BY discussion_id, number';
    return readRows(from, sql, [enquiryId]);
  }

  async add(tx: Tx, step: StrategyStepRecord): Promise<void> {
    await insertRow(tx, 'strategy_step', step);
  }
}
