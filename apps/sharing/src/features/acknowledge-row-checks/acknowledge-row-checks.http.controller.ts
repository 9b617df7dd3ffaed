import { AuditsRefusals, AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { GovernanceGate } from '../../governance/governance-gate';
import { RowCheckRepository } from '../../rows/row-check.repository';

const ACTION = 'row-check.acknowledge';

@AuditsRefusals(ACTION)
@Controller('row-checks/:checkId/acknowledgements')
export class AcknowledgeRowChecksController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly checks: RowCheckRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * An officer has seen what this check and those before it found of their partnership. What a later one finds is shown anew, be it the same row.
   * Twice is once.
   * @throws Refusal 403 or 404, CodedError ROW_CHECK.NOT_FOUND (404) where there is no such check; audited
   */
  @Post()
  @HttpCode(204)
  async acknowledge(@CurrentPerson() actor: PersonActor, @UuidParam('checkId') checkId: string): Promise<void> {
    const { partnershipId, id: by } = actor;
    await this.gate.admit(actor, 'acknowledge', { kind: 'RowCheck', id: checkId, partnershipId }, { action: ACTION });
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.checks.isThere(checkId, tx))) throw notFound('RowCheck');
      const its = { acknowledgementId: newId(), partnershipId, checkId, by, at: this.clock.now() };
      if (!(await this.checks.acknowledge(tx, its))) return;
      await this.audit.record(tx, {
        actor,
        action: ACTION,
        subject: { type: 'RowCheck', id: checkId },
        outcome: 'done',
      });
    });
  }
}
