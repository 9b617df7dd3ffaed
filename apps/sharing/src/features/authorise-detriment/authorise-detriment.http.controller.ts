import type { PersonActor } from '@mash/authorisation';
import { AuthoriseDetriment } from '@mash/contracts';
import { CodedError, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AgencyRepository } from '../../register/agency.repository';
import { DetrimentAuthorRepository } from '../../register/detriment-author.repository';
import { RegisterKeeper } from '../../register/register-keeper';

class AuthoriseDetrimentBody extends createZodDto(AuthoriseDetriment) {}

@Controller('register/detriment-authors')
export class AuthoriseDetrimentController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly agencies: AgencyRepository,
    private readonly authors: DetrimentAuthorRepository,
  ) {}

  /** Who may record for an agency that sharing would harm a child is kept by those who keep the register. */
  @Put()
  @HttpCode(204)
  authorise(@CurrentPerson() actor: PersonActor, @Body() body: AuthoriseDetrimentBody): Promise<void> {
    const { partnershipId, id: by } = actor;
    const { agencyId, accountIds } = body;
    return this.keeper.amend(actor, 'register.authorise-detriment', { people: accountIds.length }, async (tx, at) => {
      const known = await this.agencies.all(partnershipId, tx);
      if (!known.some((body) => body.agencyId === agencyId))
        throw new CodedError('SHARING.AGENCY_UNKNOWN', 422, 'The register does not know this agency.');
      await this.authors.authorise(tx, { partnershipId, agencyId }, accountIds, { at, by });
    });
  }
}
