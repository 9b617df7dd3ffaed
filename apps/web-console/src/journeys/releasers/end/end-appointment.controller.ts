import { endOfIsoDay } from '@mash/clocks';
import type { Appointment } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { readDate } from '../../../forms/read-date';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { desksKeptBy, REGISTER_READERS } from '../keeper-roles';
import { endAppointmentView } from './end-appointment.presenter';

const FIELDS = { 'SHARING.ENDS_BEFORE_IT_STARTS': 'until-day', 'SHARING.ENDED_ALREADY': 'until-day' };

/** A leaver's last day. */
@Controller('releasers/end/:appointment')
@ForRoles(...REGISTER_READERS)
export class EndAppointmentController {
  constructor(private readonly sharing: SharingClient) {}

  @Get()
  async show(
    @Param('appointment') id: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    return this.page(await this.find(request, person, id), undefined, []);
  }

  @Post()
  async end(
    @Param('appointment') id: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const [appointment, posted] = [await this.find(request, person, id), new Posted(fields)];
    const { date, errors } = readDate(posted, 'until');
    if (date === undefined)
      return this.page(appointment, posted, errors ?? [{ field: 'until-day', text: 'Enter their last day' }]);
    try {
      const endsAt = endOfIsoDay(date).toISOString();
      await this.sharing.endAppointment(request, appointment.appointmentId, { endsAt });
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(appointment, posted, wrong);
    }
    return redirect('/releasers');
  }

  private async find(request: ConsoleRequest, person: SignedInPerson, id: string): Promise<Appointment> {
    const { appointments, mayKeep } = await this.sharing.releasers(request);
    const found = appointments.find(({ appointmentId }) => appointmentId === requireId(id));
    const mayEnd = found && mayKeep.includes(found.agencyId) && desksKeptBy(person).includes(found.desk);
    if (!mayEnd) throw new PageNotFound();
    return found;
  }

  private page(appointment: Appointment, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    const frame = { title: 'End a seat', section: '/releasers', back: '/releasers', errors };
    const view = endAppointmentView(appointment, posted, errors);
    return page('journeys/releasers/end/end-appointment.njk', frame, view);
  }
}
