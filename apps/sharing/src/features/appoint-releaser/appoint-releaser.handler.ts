import { AuditTrail } from '@mash/audit-client';
import { isRefusal, type PersonActor } from '@mash/authorisation';
import type { Appoint } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, conflict, fieldRefused, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgencyRepository } from '../../register/agency.repository';
import { AppointmentRepository, type AppointmentRow } from '../../register/appointment.repository';
import { ReleaserRegister } from '../../register/releaser-register';

/** Names somebody who answers for an agency: a new row, never an edit of an old one. */
@Injectable()
export class AppointReleaserHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: ReleaserRegister,
    private readonly appointments: AppointmentRepository,
    private readonly agencies: AgencyRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal RELEASER_REGISTER.*, audited; AGENCY.NOT_FOUND; SHARING.NO_WAY_TO_REACH, SHARING.ENDS_BEFORE_IT_STARTS (422); SHARING.SEATED_ALREADY,
   *   SHARING.APPOINTMENT_EXISTS (409)
   */
  async execute(actor: PersonActor, appoint: Appoint): Promise<void> {
    const row = this.rowOf(actor, appoint);
    checkReach(row);
    await this.unitOfWork.run((tx) => this.appoint(tx, actor, row)).catch(this.noteRefusal(actor, row));
  }

  private async appoint(tx: Tx, actor: PersonActor, row: AppointmentRow): Promise<void> {
    await this.register.assertKeeps(tx, actor, row);
    const known = await this.agencies.all(actor.partnershipId);
    if (!known.some(({ agencyId }) => agencyId === row.agencyId)) throw notFound('Agency');
    const there = await this.appointments.find(row.appointmentId, tx);
    if (there) {
      refuseUnlessSame(there, row);
      return;
    }
    const standing = await this.appointments.standing(actor.partnershipId, this.clock.now(), tx);
    if (standing.some((one) => isSameSeat(one, row)))
      throw conflict('SHARING.SEATED_ALREADY', 'This person has that seat already.');
    if (!(await this.appointments.add(tx, row)))
      throw conflict('SHARING.APPOINTMENT_EXISTS', 'There is another appointment with this id.');
    const subject = { type: 'ReleaserAppointment', id: row.appointmentId };
    await this.audit.record(tx, {
      actor,
      action: 'releaser.appoint',
      subject,
      outcome: 'done',
      reasonCode: seatOf(row),
    });
  }

  private rowOf(actor: PersonActor, { accountId, telephone, startsAt, endsAt, ...its }: Appoint): AppointmentRow {
    const now = this.clock.now();
    return {
      ...its,
      partnershipId: actor.partnershipId,
      accountId: accountId ?? null,
      telephone: telephone ?? null,
      startsAt: startsAt === undefined ? now : new Date(startsAt),
      endsAt: endsAt === undefined ? null : new Date(endsAt),
      appointedBy: actor.id,
      appointedAt: now,
    };
  }

  private noteRefusal(actor: PersonActor, row: AppointmentRow) {
    return async (error: unknown): Promise<never> => {
      if (isRefusal(error)) {
        const subject = { type: 'ReleaserRegister', id: row.agencyId };
        const entry = { actor, action: 'releaser.appoint', subject, outcome: 'refused' } as const;
        await this.audit.recordRead({ ...entry, reasonCode: error.code });
      }
      throw error;
    };
  }
}

const seatOf = ({ desk, seat }: AppointmentRow): string => `${desk}.${seat}`;

const isSameSeat = (one: AppointmentRow, other: AppointmentRow): boolean =>
  one.agencyId === other.agencyId &&
  seatOf(one) === seatOf(other) &&
  one.accountId !== null &&
  one.accountId === other.accountId &&
  (one.endsAt === null || one.endsAt > other.startsAt);

function checkReach({ accountId, seat, telephone, startsAt, endsAt }: AppointmentRow): void {
  if (accountId === null && (seat !== 'duty' || telephone === null)) {
    const message = 'Name an account, or for the out-of-hours route a number to ring.';
    throw fieldRefused('SHARING.NO_WAY_TO_REACH', 'accountId', message, 'invalid');
  }
  if (endsAt !== null && endsAt < startsAt)
    throw fieldRefused('SHARING.ENDS_BEFORE_IT_STARTS', 'endsAt', 'The end is before the start.', 'invalid');
}

/** Sent again, it answers as before. @throws CodedError SHARING.APPOINTMENT_EXISTS */
function refuseUnlessSame(there: AppointmentRow, row: AppointmentRow): void {
  const isSame =
    there.partnershipId === row.partnershipId &&
    there.agencyId === row.agencyId &&
    seatOf(there) === seatOf(row) &&
    there.accountId === row.accountId &&
    there.name === row.name;
  if (!isSame) throw conflict('SHARING.APPOINTMENT_EXISTS', 'There is another appointment with this id.');
}
