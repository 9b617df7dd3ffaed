import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import { RegisterAgencies } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AgencyRepository } from '../../register/agency.repository';

class RegisterAgenciesBody extends createZodDto(RegisterAgencies) {}

@Controller('register/agencies')
export class ImportRegisterController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgencyRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Who is bound by which duty decides what may be told: the same people keep the register who keep the agreements. */
  @Put()
  @HttpCode(204)
  async import(@CurrentPerson() actor: PersonActor, @Body() { agencies }: RegisterAgenciesBody): Promise<void> {
    const { partnershipId } = actor;
    authorise(actor, 'amend', { kind: 'Agreement', id: 'register', partnershipId, parties: [] });
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      for (const agency of agencies) await this.agencies.save(tx, partnershipId, agency, at);
      const subject = { type: 'AgencyRegister', id: partnershipId };
      await this.audit.record(tx, {
        actor,
        action: 'register.amend',
        subject,
        outcome: 'done',
        counts: { agencies: agencies.length },
      });
    });
  }
}
