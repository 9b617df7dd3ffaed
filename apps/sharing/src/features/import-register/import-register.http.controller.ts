import type { PersonActor } from '@mash/authorisation';
import { RegisterAgencies } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { OpenEnquiries } from '../../asking/open-enquiries';
import { AgencyRepository } from '../../register/agency.repository';
import { RegisterKeeper } from '../../register/register-keeper';

class RegisterAgenciesBody extends createZodDto(RegisterAgencies) {}

@Controller('register/agencies')
export class ImportRegisterController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly agencies: AgencyRepository,
    private readonly open: OpenEnquiries,
  ) {}

  /** Who is bound by which duty decides what may be told: what is asked now is decided again where the register says something else. */
  @Put()
  @HttpCode(204)
  import(@CurrentPerson() actor: PersonActor, @Body() { agencies }: RegisterAgenciesBody): Promise<void> {
    return this.keeper.amend(actor, 'register.amend', { agencies: agencies.length }, async (tx, at) => {
      const { id, kind, partnershipId } = actor;
      let isNews = false;
      for (const agency of agencies) isNews = (await this.agencies.save(tx, partnershipId, agency, at)) || isNews;
      if (!isNews) return;
      await this.open.overtaken(tx, partnershipId, { source: 'register', changedAt: at, actor: { id, kind } });
    });
  }
}
