import { newId, type UnusualLooking, type UnusualStep } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface VolumeAlarmRow extends Omit<UnusualLooking, 'at' | 'limit' | 'state' | 'steps'> {
  readonly partnershipId: string;
  readonly limit: number | null;
  readonly at: Date;
  readonly steps: readonly { readonly step: UnusualStep; readonly by: string; readonly at: string }[];
}

const SELECT = `
  SELECT a.alarm_id AS "alarmId", a.partnership_id AS "partnershipId", a.account_id AS "accountId", a.people, a.people_limit AS "limit", a.at,
         coalesce((SELECT jsonb_agg(jsonb_build_object('step', s.step, 'by', s.taken_by,
                     'at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY s.at, s.step_id)
                     FROM volume_alarm_step s WHERE s.alarm_id = a.alarm_id), '[]') AS steps
    FROM volume_alarm a`;
/** The newest first: where more wait than are shown it is the oldest that are left out. */
const OPEN_FIRST = `ORDER BY EXISTS (SELECT 1 FROM volume_alarm_step s WHERE s.alarm_id = a.alarm_id AND s.step = 'explained'), a.at DESC, a.alarm_id DESC`;
const MOST = 200;

/** Alarms and what was made of them; both are only added to. */
@Injectable()
export class VolumeAlarmRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(partnershipId: string): Promise<VolumeAlarmRow[]> {
    const query = `${SELECT} WHERE a.partnership_id = $1 ${OPEN_FIRST} LIMIT $2`;
    return this.dataSource.query<VolumeAlarmRow[]>(query, [partnershipId, MOST]);
  }

  async find(alarmId: string): Promise<VolumeAlarmRow | undefined> {
    return (await this.dataSource.query<VolumeAlarmRow[]>(`${SELECT} WHERE a.alarm_id = $1`, [alarmId]))[0];
  }

  /** @returns false where it was explained already: then nothing is added */
  async take(tx: Tx, alarmId: string, its: { step: UnusualStep; by: string; at: Date }): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 43))', [`volume-alarm ${alarmId}`]);
    const rows = await tx.query<unknown[]>(
      `INSERT INTO volume_alarm_step (step_id, alarm_id, step, taken_by, at) SELECT $1, $2, $3, $4, $5
        WHERE NOT EXISTS (SELECT 1 FROM volume_alarm_step WHERE alarm_id = $2 AND step = 'explained') RETURNING step_id`,
      [newId(), alarmId, its.step, its.by, its.at],
    );
    return rows.length > 0;
  }
}
