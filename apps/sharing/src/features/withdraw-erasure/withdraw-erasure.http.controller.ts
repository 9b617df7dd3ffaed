import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { EnquiryLife } from '../../erasure/enquiry-life';
import { ErasureRepository } from '../../erasure/erasure.repository';
import { erasureSubject } from '../../erasure/erasure-subject';
import { GovernanceGate } from '../../governance/governance-gate';

const ACTION = 'erasure.withdraw';

@Controller('erasures/:erasureId/withdraw')
export class WithdrawErasureController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly life: EnquiryLife,
    private readonly unitOfWork: UnitOfWork,
    private readonly erasures: ErasureRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** As long as nobody has confirmed it. The row stays: that somebody asked is part of the record. */
  @Post()
  @HttpCode(204)
  async withdraw(@CurrentPerson() actor: PersonActor, @UuidParam('erasureId') erasureId: string): Promise<void> {
    const erasure = await this.erasures.find(erasureId);
    if (erasure === undefined) throw notFound('Erasure');
    const { enquiryId } = erasure;
    const subject = erasureSubject({ ...erasure, state: 'requested' });
    await this.gate.admit(actor, 'withdraw', subject, { action: ACTION, enquiryId });
    await this.unitOfWork.run(async (tx) => {
      await this.life.takeAlone(tx, enquiryId);
      const now = await this.erasures.find(erasureId, tx);
      if (now?.state !== 'requested')
        throw conflict('ERASURE.NOT_WAITING', 'This erasure does not wait for anybody any more.');
      await this.erasures.decide(tx, { erasureId, state: 'withdrawn', by: actor.id, at: this.clock.now() });
      const about = { type: 'Erasure', id: erasureId };
      await this.audit.record(tx, { actor, action: ACTION, subject: about, enquiryId, outcome: 'done' });
    });
  }
}
