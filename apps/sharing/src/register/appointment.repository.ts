import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Appointment } from '../domain/releasers/appointment';

export interface AppointmentRow extends Appointment {
  readonly partnershipId: string;
  readonly appointedBy: string;
  readonly appointedAt: Date;
}

const COLUMNS = `appointment_id AS "appointmentId", partnership_id AS "partnershipId", agency_id AS "agencyId", desk, seat, account_id AS "accountId", name,
  telephone, starts_at AS "startsAt", ends_at AS "endsAt", appointed_by AS "appointedBy", appointed_at AS "appointedAt"`;

/** Who answers for each agency. Rows are added, and ended; nothing else of one ever changes. */
@Injectable()
export class AppointmentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those who sit somewhere at this instant, or will. */
  standing(partnershipId: string, now: Date, tx: Tx = this.dataSource.manager): Promise<AppointmentRow[]> {
    return tx.query<AppointmentRow[]>(
      `SELECT ${COLUMNS} FROM releaser_appointment WHERE partnership_id = $1 AND (ends_at IS NULL OR ends_at > $2) ORDER BY agency_id, desk, starts_at, appointment_id`,
      [partnershipId, now],
    );
  }

  async find(appointmentId: string, tx: Tx): Promise<AppointmentRow | undefined> {
    const select = `SELECT ${COLUMNS} FROM releaser_appointment WHERE appointment_id = $1 FOR UPDATE`;
    return (await tx.query<AppointmentRow[]>(select, [appointmentId]))[0];
  }

  /** @returns false where the id is there already */
  async add(tx: Tx, row: AppointmentRow): Promise<boolean> {
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO releaser_appointment (appointment_id, partnership_id, agency_id, desk, seat, account_id, name, telephone, starts_at, ends_at, appointed_by, appointed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING appointment_id`,
      [
        ...[row.appointmentId, row.partnershipId, row.agencyId, row.desk, row.seat, row.accountId, row.name],
        ...[row.telephone, row.startsAt, row.endsAt, row.appointedBy, row.appointedAt],
      ],
    );
    return inserted.length === 1;
  }

  async end(tx: Tx, appointmentId: string, its: { endsAt: Date; by: string; at: Date }): Promise<void> {
    await tx.query(
      `UPDATE releaser_appointment SET ends_at = $2, ended_by = $3, ended_at = $4 WHERE appointment_id = $1`,
      [appointmentId, its.endsAt, its.by, its.at],
    );
  }
}
