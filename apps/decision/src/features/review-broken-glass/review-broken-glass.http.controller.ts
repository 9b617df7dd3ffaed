import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { ReviewBrokenGlass } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict, CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { GlassGate } from '../../access/glass-gate';
import { BrokenGlassRepository } from '../../persistence/broken-glass.repository';

class ReviewBrokenGlassBody extends createZodDto(ReviewBrokenGlass) {}

@Controller('broken-glass/:glassId/review')
export class ReviewBrokenGlassController {
  constructor(
    private readonly gate: GlassGate,
    private readonly glass: BrokenGlassRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What information governance makes of it. Asking the manager leaves it open; once it is settled it stays so. */
  @Post()
  @HttpCode(204)
  async review(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('glassId') glassId: string,
    @Body() { reviewId, verdict }: ReviewBrokenGlassBody,
  ): Promise<void> {
    const { enquiryId } = await this.gate.admit(actor, 'review', glassId);
    const earlier = await this.glass.reviewsOf([glassId]);
    if (earlier.some((one) => one.reviewId === reviewId && one.reviewedBy === actor.id)) return;
    if (earlier.some((one) => one.verdict === 'justified'))
      throw conflict('BROKEN_GLASS.SETTLED', 'This was found justified already.');
    await this.unitOfWork.run(async (tx) => {
      const its = { reviewId, glassId, verdict, reviewedBy: actor.id, reviewedAt: this.clock.now() };
      if (!(await this.glass.review(tx, its)))
        throw conflict('BROKEN_GLASS.REVIEW_EXISTS', 'There is another review with this id.');
      const subject = { type: 'BrokenGlass', id: glassId };
      const entry = { actor, action: 'broken-glass.review', subject, enquiryId, outcome: 'done' } as const;
      await this.auditTrail.record(tx, { ...entry, reasonCode: verdict.toUpperCase() });
    });
  }
}
