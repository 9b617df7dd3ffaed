import type { PersonActor } from '@mash/authorisation';
import { Clock, conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { AgreementChronicle } from '../../agreements/agreement-chronicle';
import { AgreementDesk } from '../../agreements/agreement-desk';
import { AgreementRepository } from '../../agreements/agreement.repository';

/** Stops sharing now: the next decision in any process already reads it (R-AGR-04). Nobody is kept from it by the register. */
@Injectable()
export class StopAgreementHandler {
  constructor(
    private readonly desk: AgreementDesk,
    private readonly agreements: AgreementRepository,
    private readonly chronicle: AgreementChronicle,
    private readonly clock: Clock,
  ) {}

  /** @throws 409 SHARING.NOT_IN_FORCE */
  async execute(actor: PersonActor, agreementId: string): Promise<void> {
    await this.desk.change(
      actor,
      'stop',
      (all) => all.inForce(agreementId) ?? all.of(agreementId)[0],
      async (tx, version, all) => {
        if (version.state !== 'in_force')
          throw conflict('SHARING.NOT_IN_FORCE', 'No version of this agreement is in force.');
        const at = this.clock.now();
        await this.agreements.stop(tx, version, at, actor.id);
        const signatory = all.signatory(actor);
        await this.chronicle.keep(tx, version, { step: 'stopped', at, actor, signatory, change: 'stopped' });
      },
    );
  }
}
