import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { DetrimentAuthors } from '@mash/contracts';
import { Clock, CurrentPerson, notFound } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgencyRepository } from '../../register/agency.repository';
import { AppointmentRepository, type AppointmentRow } from '../../register/appointment.repository';
import { DetrimentAuthorRepository, type DetrimentAuthorRow } from '../../register/detriment-author.repository';
import { ReleaserRegister } from '../../register/releaser-register';

class DetrimentAuthorsBody extends createZodDto(DetrimentAuthors) {}

@Controller('register/detriment-authors')
export class DetrimentAuthorsController {
  constructor(
    private readonly agencies: AgencyRepository,
    private readonly appointments: AppointmentRepository,
    private readonly authors: DetrimentAuthorRepository,
    private readonly register: ReleaserRegister,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Who may record a detriment, for each agency whose part of the register the caller may read. Staff, nothing about any family. */
  @Get()
  @ZodResponse({ type: DetrimentAuthorsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const [bodies, standing, authors] = await Promise.all([
      this.agencies.all(partnershipId),
      this.appointments.standing(partnershipId, this.clock.now()),
      this.authors.standing(partnershipId),
    ]);
    const agencyIds = bodies.map(({ agencyId }) => agencyId);
    const readable = agencyIds.filter((agencyId) => this.register.mayRead(actor, agencyId, standing));
    if (readable.length === 0) throw notFound('ReleaserRegister');
    const subject = { type: 'ReleaserRegister', id: partnershipId };
    await this.audit.recordRead({ actor, action: 'detriment-author.list', subject, outcome: 'shown' });
    return {
      authors: authors.filter(({ agencyId }) => readable.includes(agencyId)).map((row) => viewOf(row, standing)),
      mayKeep: readable.filter((agencyId) => this.register.mayKeep(actor, agencyId, standing)),
    };
  }
}

/** Whoever was authorised before names were kept reads as the register of releasers names them. */
const viewOf = (
  { agencyId, accountId, name, authorisedAt }: DetrimentAuthorRow,
  standing: readonly AppointmentRow[],
) => ({
  ...{ agencyId, accountId, authorisedAt: authorisedAt.toISOString() },
  name: name ?? standing.find((one) => one.accountId === accountId)?.name ?? `Account ${accountId}`,
});
