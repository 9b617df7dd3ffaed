import { isDeepStrictEqual } from 'node:util';
import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { RegisterSignatories, Signatories, type Signatory } from '@mash/contracts';
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

  /**
   * Being named is half of it: whoever signs for a body must also sign in as one of its people.
   * @throws 422 SHARING.OWN_SIGNATURE (audited) where whoever keeps the register names themselves to approve; SHARING.BODY_UNKNOWN; 409 SHARING.SIGNATORY_CHANGED
   */
  @Put()
  @HttpCode(204)
  async register(
    @CurrentPerson() actor: PersonActor,
    @Body() { signatories, replaces }: RegisterSignatoriesBody,
  ): Promise<void> {
    const { partnershipId } = actor;
    await this.keeper.demand(actor, 'amend', 'register.signatories');
    await this.refuseOwn(actor, signatories);
    await this.keeper.amend(actor, 'register.signatories', { people: signatories.length }, async (tx, at) => {
      const known = new Set((await this.agencies.all(partnershipId, tx)).map(({ agencyId }) => agencyId));
      const unknown = signatories.flatMap(({ agencyId }, place) =>
        known.has(agencyId)
          ? []
          : [{ field: `signatories.${place}.agencyId`, code: 'unknown', message: 'No such body' }],
      );
      if (unknown.length > 0)
        throw new CodedError('SHARING.BODY_UNKNOWN', 422, 'Some bodies are not in the register.', unknown);
      if (replaces !== undefined)
        refuseUnread(signatories, { kept: await this.signatories.all(partnershipId, tx), replaces });
      for (const signatory of signatories) await this.signatories.save(tx, partnershipId, signatory, at);
    });
  }

  private async refuseOwn(actor: PersonActor, signatories: readonly Signatory[]): Promise<void> {
    const own = signatories.flatMap(({ accountId, approves }, place) =>
      accountId === actor.id && approves
        ? [{ field: `signatories.${place}.approves`, code: 'own_account', message: 'This is your own account' }]
        : [],
    );
    if (own.length === 0) return;
    const code = 'SHARING.OWN_SIGNATURE';
    const subject = { type: 'AgencyRegister', id: actor.partnershipId };
    const refused = { outcome: 'refused', reasonCode: code } as const;
    await this.audit.recordRead({ actor, action: 'register.signatories', subject, ...refused });
    throw new CodedError(code, 422, 'Whoever keeps the register approves for nobody: name somebody else.', own);
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

const sameEntry =
  ({ agencyId, accountId }: Signatory) =>
  (other: Signatory): boolean =>
    other.agencyId === agencyId && other.accountId === accountId;

/** Two administrators at one entry: the second is told before what the first kept is gone. Sent twice it is kept once. */
function refuseUnread(
  signatories: readonly Signatory[],
  { kept, replaces }: { readonly kept: readonly Signatory[]; readonly replaces: readonly Signatory[] },
): void {
  const changed = signatories.flatMap((signatory, place) => {
    const [now, read] = [kept.find(sameEntry(signatory)), replaces.find(sameEntry(signatory))];
    const isFine = isDeepStrictEqual(now, read) || isDeepStrictEqual(now, signatory);
    return isFine
      ? []
      : [{ field: `signatories.${place}`, code: 'changed', message: 'Somebody has changed this entry' }];
  });
  if (changed.length === 0) return;
  const detail = 'Somebody has changed this entry since you opened it.';
  throw new CodedError('SHARING.SIGNATORY_CHANGED', 409, detail, changed);
}
