import { isInReach, type Actor, type PersonActor } from '@mash/authorisation';
import { Agencies } from '@mash/contracts';
import { CurrentActor, CurrentPerson, notFound, RequiresScope } from '@mash/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { AgencyRepository, type RegisteredBody } from '../../register/agency.repository';

class AgenciesBody extends createZodDto(Agencies) {}
class RegisterOf extends createZodDto(z.strictObject({ partnershipId: z.uuid() })) {}

const viewOf = ({ agencyId, name, kind, bound, reveals, answersFor }: RegisteredBody) => ({
  agencyId,
  name,
  kind,
  bound,
  revealsCategory: reveals !== 'none',
  answersFor,
});

/** The agency register: names of bodies, nothing about any family. */
@Controller()
export class AgenciesController {
  constructor(private readonly agencies: AgencyRepository) {}

  @Get('agencies')
  @ZodResponse({ type: AgenciesBody })
  async own(@CurrentPerson() actor: PersonActor) {
    return { agencies: (await this.agencies.all(actor.partnershipId)).map(viewOf) };
  }

  @Get('register/agencies')
  @RequiresScope('facts:read')
  @ZodResponse({ type: AgenciesBody })
  async forSystems(@CurrentActor() actor: Actor, @Query() { partnershipId }: RegisterOf) {
    if (!isInReach(actor, partnershipId)) throw notFound('Partnership');
    return { agencies: (await this.agencies.all(partnershipId)).map(viewOf) };
  }
}
