import type { PersonActor } from '@mash/authorisation';
import { Clock, conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgreementChronicle } from '../../agreements/agreement-chronicle';
import { AgreementDesk } from '../../agreements/agreement-desk';
import { AgreementRepository } from '../../agreements/agreement.repository';
import { refuseFindings } from '../../agreements/refuse-findings';
import { refuseUnlessOpen } from '../../agreements/refuse-state';

/** One party approves one version, through a person whom the register names for it. The last of them makes it approved. */
@Injectable()
export class ApproveAgreementHandler {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly agreements: AgreementRepository,
    private readonly chronicle: AgreementChronicle,
    private readonly clock: Clock,
  ) {}

  /** @throws 422 SHARING.AGREEMENT_FAULTY; 409 where it is not out for approval, or the party has approved it already */
  async execute(actor: PersonActor, agreementId: string, version: number): Promise<void> {
    const { agencyId } = actor;
    await this.desk.change(
      actor,
      'approve',
      (all) => all.find(agreementId, version),
      async (tx, proposed, all) => {
        const open = all.approvals(proposed).filter(({ approvedAt }) => approvedAt === undefined);
        refuseUnlessOpen('approve', proposed);
        if (open.every((party) => party.agencyId !== agencyId))
          throw conflict('SHARING.ALREADY_APPROVED', 'Your organisation has approved this version already.');
        refuseFindings(all.findings(proposed));
        const its = {
          step: 'approved',
          at: this.clock.now(),
          actor,
          signatory: all.signatory(actor),
          agencyId,
        } as const;
        const isLast = open.length === 1;
        await this.chronicle.keep(tx, proposed, isLast ? { ...its, change: 'approved' } : its);
        if (isLast) await this.agreements.move(tx, proposed, 'approved');
      },
    );
  }
}
