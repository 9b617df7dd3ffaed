import type { KeyLease } from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Clock } from '../clock';
import { POOL } from '../persistence/pool';

const SELECT = 'SELECT lease FROM overflow_lease WHERE partnership_id = $1';
const UPSERT = `
  INSERT INTO overflow_lease (partnership_id, lease, kept_at) VALUES ($1, $2, $3)
  ON CONFLICT (partnership_id) DO UPDATE SET lease = excluded.lease, kept_at = excluded.kept_at`;

/** The signed overflow key of each partnership, over a restart. What is read is believed by nobody before it is verified. */
@Injectable()
export class OverflowLeases {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  async of(partnershipId: string): Promise<unknown> {
    return (await this.pool.query<{ lease: unknown }>(SELECT, [partnershipId])).rows[0]?.lease;
  }

  async keep(lease: KeyLease): Promise<void> {
    await this.pool.query(UPSERT, [lease.partnershipId, JSON.stringify(lease), this.clock.now()]);
  }
}
