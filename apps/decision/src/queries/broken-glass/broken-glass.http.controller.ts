import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { BrokenGlassList, GlassReason, type BrokenGlassView } from '@mash/contracts';
import { Clock, CurrentPerson } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { glassSubject } from '../../access/glass-gate';
import { isLive } from '../../domain/broken-glass';
import {
  BrokenGlassRepository,
  type GlassOfEnquiry,
  type GlassReview,
} from '../../persistence/broken-glass.repository';

class BrokenGlassAnswer extends createZodDto(BrokenGlassList) {}

@Controller('broken-glass')
export class BrokenGlassController {
  constructor(
    private readonly glass: BrokenGlassRepository,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The partnership's, newest first, for those who oversee; for everybody else their own that is open still. */
  @Get()
  @ZodResponse({ type: BrokenGlassAnswer })
  async list(@CurrentPerson() actor: PersonActor): Promise<BrokenGlassList> {
    const { id, partnershipId } = actor;
    const now = this.clock.now();
    const oversees = can(actor, 'read', { kind: 'BrokenGlass', id: partnershipId, partnershipId, accountId: '' });
    const rows = await this.glass.list(partnershipId, oversees ? undefined : { liveOf: id, now });
    const reviews = await this.glass.reviewsOf(rows.map(({ glassId }) => glassId));
    if (oversees) {
      const subject = { type: 'BrokenGlass', id: partnershipId };
      const counts = { broken: rows.length };
      await this.auditTrail.recordRead({ actor, action: 'broken-glass.list', subject, outcome: 'shown', counts });
    }
    return { broken: rows.map((row) => viewOf(actor, row, reviews, now)) };
  }
}

function viewOf(actor: PersonActor, glass: GlassOfEnquiry, all: readonly GlassReview[], now: Date): BrokenGlassView {
  const own = all.filter(({ glassId }) => glassId === glass.glassId);
  const settled = own.some(({ verdict }) => verdict === 'justified');
  return {
    ...{ glassId: glass.glassId, enquiryId: glass.enquiryId, reference: glass.reference, accountId: glass.accountId },
    reason: GlassReason.parse(glass.reason),
    ...{ brokenAt: glass.brokenAt.toISOString(), endsAt: glass.endsAt.toISOString() },
    ...(glass.endedAt && { endedAt: glass.endedAt.toISOString() }),
    live: isLive(glass, now),
    reviews: own.map(({ verdict, reviewedBy, reviewedAt }) => ({
      verdict,
      by: reviewedBy,
      at: reviewedAt.toISOString(),
    })),
    settled,
    mayReview: !settled && can(actor, 'review', glassSubject(glass)),
  };
}
