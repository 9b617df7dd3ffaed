import type { PersonActor } from '@mash/authorisation';
import { RegisterAgencies } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AgencyRepository } from '../../register/agency.repository';
import { RegisterKeeper } from '../../register/register-keeper';

class RegisterAgenciesBody extends createZodDto(RegisterAgencies) {}

@Controller('register/agencies')
export class ImportRegisterController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly agencies: AgencyRepository,
  ) {}

  /** Who is bound by which duty decides what may be told. */
  @Put()
  @HttpCode(204)
  import(@CurrentPerson() actor: PersonActor, @Body() { agencies }: RegisterAgenciesBody): Promise<void> {
    return this.keeper.amend(actor, 'register.amend', { agencies: agencies.length }, async (tx, at) => {
      for (const agency of agencies) await this.agencies.save(tx, actor.partnershipId, agency, at);
    });
  }
}
