import { AuditTrail } from '@mash/audit-client';
import { isRefusal, type PersonActor } from '@mash/authorisation';
import type { AuthoriseDetriment, EndDetrimentAuthority } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgreementShelf } from '../../agreements/agreement-shelf';
import { AgencyRepository } from '../../register/agency.repository';
import { DetrimentAuthorRepository } from '../../register/detriment-author.repository';
import { ReleaserRegister } from '../../register/releaser-register';

/** Those who keep an agency's part of the register say who may record a detriment for it: a row that begins, and a row that ends. */
@Injectable()
export class AuthoriseDetrimentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: AgreementShelf,
    private readonly register: ReleaserRegister,
    private readonly agencies: AgencyRepository,
    private readonly authors: DetrimentAuthorRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal RELEASER_REGISTER.*, audited; AGENCY.NOT_FOUND; SHARING.SELF_AUTHORISED (422): the holder authorises, and nobody is the holder
   *   alone; SHARING.AUTHORISED_ALREADY (409)
   */
  authorise(actor: PersonActor, who: AuthoriseDetriment): Promise<void> {
    return this.amend(actor, who.agencyId, 'register.authorise-detriment', async (tx, its) => {
      if (who.accountId === actor.id)
        throw new CodedError(
          'SHARING.SELF_AUTHORISED',
          422,
          'Nobody authorises themselves: ask somebody else who may.',
        );
      const known = await this.agencies.all(actor.partnershipId, tx);
      if (!known.some(({ agencyId }) => agencyId === who.agencyId)) throw notFound('Agency');
      if (!(await this.authors.authorise(tx, { ...who, partnershipId: actor.partnershipId }, its)))
        throw conflict('SHARING.AUTHORISED_ALREADY', 'They may record a detriment already.');
    });
  }

  /** @throws Refusal RELEASER_REGISTER.*, audited; DETRIMENT_AUTHOR.NOT_FOUND (404) of whom has no authority, or none any more */
  end(actor: PersonActor, who: EndDetrimentAuthority): Promise<void> {
    return this.amend(actor, who.agencyId, 'register.end-detriment-authority', async (tx, its) => {
      if (!(await this.authors.end(tx, { ...who, partnershipId: actor.partnershipId }, its)))
        throw notFound('DetrimentAuthor');
    });
  }

  private async amend(
    actor: PersonActor,
    agencyId: string,
    action: string,
    change: (tx: Tx, its: { at: Date; by: string }) => Promise<void>,
  ): Promise<void> {
    const subject = { type: 'ReleaserRegister', id: agencyId };
    const work = this.unitOfWork.run(async (tx) => {
      await this.shelf.lock(tx, actor.partnershipId);
      await this.register.assertKeeps(tx, actor, { agencyId });
      await change(tx, { at: this.clock.now(), by: actor.id });
      await this.audit.record(tx, { actor, action, subject, outcome: 'done' });
    });
    await work.catch(async (error: unknown): Promise<never> => {
      if (isRefusal(error))
        await this.audit.recordRead({ actor, action, subject, outcome: 'refused', reasonCode: error.code });
      throw error;
    });
  }
}
