import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { StrategyDiscussions } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryGate } from '../../access/enquiry-gate';
import { mayBecome } from '../../domain/strategy-discussion';
import { StrategyRepository, type StrategyStepRecord } from '../../persistence/strategy.repository';

class StrategyDiscussionsBody extends createZodDto(StrategyDiscussions) {}
type Discussion = StrategyDiscussions['discussions'][number];

@Controller('enquiries/:enquiryId/strategy-discussions')
export class StrategyDiscussionsController {
  constructor(
    private readonly gate: EnquiryGate,
    private readonly strategy: StrategyRepository,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** Every strategy discussion of the enquiry, step by step. */
  @Get()
  @ZodResponse({ type: StrategyDiscussionsBody })
  async list(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
  ): Promise<StrategyDiscussions> {
    await this.gate.admit(actor, 'read', enquiryId);
    const steps = await this.strategy.of(enquiryId);
    const subject = { type: 'Enquiry', id: enquiryId };
    const entry = { actor, action: 'strategy.read', subject, enquiryId, outcome: 'shown' } as const;
    await this.auditTrail.recordRead(entry);
    const ids = [...new Set(steps.map(({ discussionId }) => discussionId))];
    const discussions = ids.flatMap((id) => discussionOf(steps.filter(({ discussionId }) => discussionId === id)));
    return { discussions: discussions.sort(oldestFirst) };
  }
}

const oldestFirst = (a: Discussion, b: Discussion): number =>
  (a.steps[0]?.takenAt ?? '').localeCompare(b.steps[0]?.takenAt ?? '');

function discussionOf(steps: readonly StrategyStepRecord[]): Discussion[] {
  const newest = steps.at(-1);
  if (newest === undefined) return [];
  return [
    {
      discussionId: newest.discussionId,
      standing: newest.step,
      mayBecome: [...mayBecome(newest.step)],
      steps: steps.map(({ stepId, step, agencies, takenBy, takenAt, kid, envelope }) => ({
        ...{ stepId, step, agencies: [...agencies], takenBy, takenAt: takenAt.toISOString() },
        ...(kid !== undefined && envelope !== undefined && { sealed: { kid, envelope } }),
      })),
    },
  ];
}
