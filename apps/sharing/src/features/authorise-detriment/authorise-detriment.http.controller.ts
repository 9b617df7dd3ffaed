import { AuditTrail } from '@mash/audit-client';
import { authorise, type PersonActor } from '@mash/authorisation';
import { AuthoriseDetriment } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CodedError, CurrentPerson } from '@mash/service-host';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { AgencyRepository } from '../../register/agency.repository';
import { DetrimentAuthorRepository } from '../../register/detriment-author.repository';

class AuthoriseDetrimentBody extends createZodDto(AuthoriseDetriment) {}

@Controller('register/detriment-authors')
export class AuthoriseDetrimentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgencyRepository,
    private readonly authors: DetrimentAuthorRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Who may record for an agency that sharing would harm a child is kept by those who keep the register. */
  @Put()
  @HttpCode(204)
  async authorise(@CurrentPerson() actor: PersonActor, @Body() body: AuthoriseDetrimentBody): Promise<void> {
    const { partnershipId, id: by } = actor;
    const { agencyId, accountIds } = body;
    authorise(actor, 'amend', { kind: 'Agreement', id: 'register', partnershipId, parties: [] });
    const known = await this.agencies.all(partnershipId);
    if (!known.some((body) => body.agencyId === agencyId))
      throw new CodedError('SHARING.AGENCY_UNKNOWN', 422, 'The register does not know this agency.');
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await this.authors.authorise(tx, { partnershipId, agencyId }, accountIds, { at, by });
      const subject = { type: 'AgencyRegister', id: agencyId };
      const entry = { actor, action: 'register.authorise-detriment', subject, outcome: 'done' } as const;
      await this.audit.record(tx, { ...entry, counts: { people: accountIds.length } });
    });
  }
}
