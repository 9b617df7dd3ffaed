import { AuditTrail } from '@mash/audit-client';
import { CaseAccessRepository } from '@mash/case-access';
import { authorise, type PersonActor } from '@mash/authorisation';
import { JudgeOverride } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { OverrideRepository } from '../../overrides/override.repository';
import { ObligationRepository } from '../../obligations/obligation.repository';
import { overrideSubject } from '../confirm-override/confirm-override.handler';

class JudgeOverrideBody extends createZodDto(JudgeOverride) {}

@Controller('overrides/:overrideId')
export class JudgeOverrideController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly overrides: OverrideRepository,
    private readonly obligations: ObligationRepository,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What information governance thinks of it: explained, a question to the manager, or a case to investigate. A question leaves the review of it open. */
  @Post('judgement')
  @HttpCode(204)
  async judge(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('overrideId') overrideId: string,
    @Body() { judgementId, verdict }: JudgeOverrideBody,
  ): Promise<void> {
    const row = await this.overrides.find(overrideId);
    if (row === undefined) throw notFound('Override');
    authorise(actor, 'judge', overrideSubject(row, await this.cases.of(row.enquiryId)));
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const its = { judgementId, overrideId, verdict, judgedBy: actor.id, judgedAt: at };
      if (!(await this.overrides.judge(tx, its))) return;
      if (verdict !== 'ask_manager')
        await this.obligations.endOf(tx, [row.sharingDecisionId], 'OVERRIDE_REVIEW', actor.id, at);
      const entry = { actor, action: 'override.judge', subject: { type: 'Override', id: overrideId } } as const;
      await this.audit.record(tx, { ...entry, enquiryId: row.enquiryId, outcome: 'done', reasonCode: verdict });
    });
  }

  /** The holder has seen that its information was shared against its answer or silence. */
  @Post('seen')
  @HttpCode(204)
  async seen(@CurrentPerson() actor: PersonActor, @UuidParam('overrideId') overrideId: string): Promise<void> {
    const row = await this.overrides.find(overrideId);
    if (row === undefined) throw notFound('Override');
    authorise(actor, 'acknowledge', overrideSubject(row, await this.cases.of(row.enquiryId)));
    await this.unitOfWork.run(async (tx) => {
      await this.overrides.seen(tx, overrideId, actor.id, this.clock.now());
      const entry = { actor, action: 'override.seen', subject: { type: 'Override', id: overrideId } } as const;
      await this.audit.record(tx, { ...entry, enquiryId: row.enquiryId, outcome: 'done' });
    });
  }
}
