import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { RegisterSignatories, Signatories } from '@mash/contracts';
import { CodedError, CurrentPerson } from '@mash/service-host';
import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { AgencyRepository } from '../../register/agency.repository';
import { RegisterKeeper } from '../../register/register-keeper';
import { SignatoryRepository } from '../../register/signatory.repository';

class RegisterSignatoriesBody extends createZodDto(RegisterSignatories) {}
class SignatoriesBody extends createZodDto(Signatories) {}

@Controller('register/signatories')
export class RegisterSignatoriesController {
  constructor(
    private readonly keeper: RegisterKeeper,
    private readonly agencies: AgencyRepository,
    private readonly signatories: SignatoryRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Being named is half of it: whoever signs for a body must also sign in as one of its people. */
  @Put()
  @HttpCode(204)
  register(@CurrentPerson() actor: PersonActor, @Body() { signatories }: RegisterSignatoriesBody): Promise<void> {
    const { partnershipId } = actor;
    return this.keeper.amend(actor, 'register.signatories', { people: signatories.length }, async (tx, at) => {
      const known = new Set((await this.agencies.all(partnershipId, tx)).map(({ agencyId }) => agencyId));
      const unknown = signatories.flatMap(({ agencyId }, place) =>
        known.has(agencyId)
          ? []
          : [{ field: `signatories.${place}.agencyId`, code: 'unknown', message: 'No such body' }],
      );
      if (unknown.length > 0)
        throw new CodedError('SHARING.BODY_UNKNOWN', 422, 'Some bodies are not in the register.', unknown);
      for (const signatory of signatories) await this.signatories.save(tx, partnershipId, signatory, at);
    });
  }

  @Get()
  @ZodResponse({ type: SignatoriesBody })
  async list(@CurrentPerson() actor: PersonActor) {
    await this.keeper.demand(actor, 'read', 'register.read');
    const subject = { type: 'AgencyRegister', id: actor.partnershipId };
    await this.audit.recordRead({ actor, action: 'register.read', subject, outcome: 'shown' });
    return { signatories: await this.signatories.all(actor.partnershipId) };
  }
}
