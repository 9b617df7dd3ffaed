import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { Releasers, type Appointment } from '@mash/contracts';
import { Clock, CurrentPerson, notFound } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { hubOf } from '../../asking/line-matter';
import { releaserWarnings, type DeskToFill } from '../../domain/releasers/releaser-warnings';
import { AgencyRepository, type RegisteredBody } from '../../register/agency.repository';
import { AppointmentRepository, type AppointmentRow } from '../../register/appointment.repository';
import { ReleaserRegister } from '../../register/releaser-register';

class ReleasersBody extends createZodDto(Releasers) {}

@Controller('register/releasers')
export class ReleasersController {
  constructor(
    private readonly agencies: AgencyRepository,
    private readonly appointments: AppointmentRepository,
    private readonly register: ReleaserRegister,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Who answers for whom, and what is unsafe about it today. Staff of agencies, nothing about any family. */
  @Get()
  @ZodResponse({ type: ReleasersBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const now = this.clock.now();
    const [bodies, standing] = await Promise.all([
      this.agencies.all(actor.partnershipId),
      this.appointments.standing(actor.partnershipId, now),
    ]);
    const readable = new Set(
      bodies.map(({ agencyId }) => agencyId).filter((agencyId) => this.register.mayRead(actor, agencyId, standing)),
    );
    if (readable.size === 0) throw notFound('ReleaserRegister');
    const subject = { type: 'ReleaserRegister', id: actor.partnershipId };
    await this.audit.recordRead({ actor, action: 'releaser.list', subject, outcome: 'shown' });
    const desks = desksToFill(bodies).filter(({ agencyId }) => readable.has(agencyId));
    return {
      appointments: standing.filter(({ agencyId }) => readable.has(agencyId)).map(viewOf),
      warnings: releaserWarnings(desks, standing, now),
      mayKeep: [...readable].filter((agencyId) => this.register.mayKeep(actor, agencyId, standing)),
    };
  }
}

/** Every agency that answers requests has information to release; the hub's own desks are its council's, which tells of itself by asking. */
function desksToFill(bodies: readonly RegisteredBody[]): DeskToFill[] {
  const hub = hubOf(bodies);
  const holders = bodies.filter(({ answersFor }) => answersFor.length > 0);
  return [
    ...(['hub_manager', 'ig', 'legal', 'adoption'] as const).map((desk) => ({ agencyId: hub, desk })),
    { agencyId: hub, desk: 'holder' as const, isOfHub: true },
    ...holders
      .filter(({ agencyId }) => agencyId !== hub)
      .map(({ agencyId }) => ({ agencyId, desk: 'holder' as const })),
    ...holders.map(({ agencyId }) => ({ agencyId, desk: 'safeguarding' as const })),
  ];
}

const viewOf = (row: AppointmentRow): Appointment => ({
  ...{ appointmentId: row.appointmentId, agencyId: row.agencyId, desk: row.desk, seat: row.seat, name: row.name },
  ...(row.accountId !== null && { accountId: row.accountId }),
  ...(row.telephone !== null && { telephone: row.telephone }),
  startsAt: row.startsAt.toISOString(),
  ...(row.endsAt !== null && { endsAt: row.endsAt.toISOString() }),
  appointedBy: row.appointedBy,
});
