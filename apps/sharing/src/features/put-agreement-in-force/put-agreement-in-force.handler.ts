import type { PersonActor } from '@mash/authorisation';
import { Clock, conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgreementChronicle } from '../../agreements/agreement-chronicle';
import { AgreementDesk } from '../../agreements/agreement-desk';
import { AgreementRepository } from '../../agreements/agreement.repository';
import { refuseFindings } from '../../agreements/refuse-findings';
import { refuseUnlessOpen } from '../../agreements/refuse-state';
import { requireNamed } from '../../agreements/require-named';
import type { AgreementVersion } from '../../domain/agreements/agreement-version';
import { isOver } from '../../domain/agreements/is-over';
import type { AgreementsOfPartnership } from '../../domain/agreements/agreements-of-partnership';
import { londonDayOf } from '../../domain/agreements/london-day-of';

/** Puts a version that every party approved in force, and supersedes the one before, in one transaction: there is no moment between. */
@Injectable()
export class PutAgreementInForceHandler {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly agreements: AgreementRepository,
    private readonly chronicle: AgreementChronicle,
    private readonly clock: Clock,
  ) {}

  /** @throws 422 SHARING.AGREEMENT_FAULTY; 409 where it is not approved, it would leave a gap, or nobody knows who puts it in force */
  async execute(actor: PersonActor, agreementId: string, version: number): Promise<void> {
    await this.desk.change(
      actor,
      'put-in-force',
      (all) => all.find(agreementId, version),
      async (tx, approved, all) => {
        refuseUnlessOpen('put-in-force', approved);
        const [at, signatory] = [this.clock.now(), requireNamed(all, actor)];
        refuseGap(approved, all, londonDayOf(at));
        refuseFindings(all.findings(approved));
        for (const earlier of all.before(approved, 'proposed', 'approved', 'in_force')) {
          await this.agreements.move(tx, earlier, 'superseded');
          await this.chronicle.keep(tx, earlier, { step: 'superseded', at, actor, signatory, change: 'superseded' });
        }
        await this.agreements.move(tx, approved, 'in_force');
        await this.chronicle.keep(tx, approved, { step: 'put_in_force', at, actor, signatory, change: 'in_force' });
      },
    );
  }
}

/** The former version stops counting at once: one that starts later would leave days on which nothing is agreed, where that one still counts. */
function refuseGap({ content }: AgreementVersion, all: AgreementsOfPartnership, today: string): void {
  const former = all.inForce(content.agreementId);
  if (content.inForceFrom <= today || former === undefined || isOver(former.content, today)) return;
  throw conflict(
    'SHARING.WOULD_LEAVE_A_GAP',
    `This version starts on ${content.inForceFrom}. Put it in force on that day: until then the former one has to count.`,
  );
}
