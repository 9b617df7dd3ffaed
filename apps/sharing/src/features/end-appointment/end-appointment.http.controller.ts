import { AuditTrail } from '@mash/audit-client';
import { isRefusal, type PersonActor } from '@mash/authorisation';
import { EndAppointment } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, conflict, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AppointmentRepository } from '../../register/appointment.repository';
import { ReleaserRegister } from '../../register/releaser-register';

class EndAppointmentBody extends createZodDto(EndAppointment) {}

@Controller('register/releasers/:appointmentId/end')
export class EndAppointmentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: ReleaserRegister,
    private readonly appointments: AppointmentRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A leaver's last moment; from then on they answer nothing. What was is not rewritten: an end that has passed stays. */
  @Post()
  @HttpCode(204)
  async end(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('appointmentId') appointmentId: string,
    @Body() body: EndAppointmentBody,
  ): Promise<void> {
    const [endsAt, at] = [new Date(body.endsAt), this.clock.now()];
    const work = this.unitOfWork.run(async (tx) => {
      const row = await this.appointments.find(appointmentId, tx);
      if (row?.partnershipId !== actor.partnershipId) throw notFound('Appointment');
      await this.register.assertKeeps(tx, actor, row);
      if (row.endsAt !== null && row.endsAt <= at) throw conflict('SHARING.ENDED_ALREADY', 'This has ended already.');
      if (endsAt < row.startsAt)
        throw new CodedError('SHARING.ENDS_BEFORE_IT_STARTS', 422, 'The end is before the start.');
      await this.appointments.end(tx, appointmentId, { endsAt, by: actor.id, at });
      const subject = { type: 'ReleaserAppointment', id: appointmentId };
      await this.audit.record(tx, { actor, action: 'releaser.end', subject, outcome: 'done' });
    });
    await work.catch(async (error: unknown): Promise<never> => {
      if (isRefusal(error)) {
        const subject = { type: 'ReleaserAppointment', id: appointmentId };
        const entry = { actor, action: 'releaser.end', subject, outcome: 'refused' } as const;
        await this.audit.recordRead({ ...entry, reasonCode: error.code });
      }
      throw error;
    });
  }
}
