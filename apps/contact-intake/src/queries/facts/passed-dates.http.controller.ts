import type { Actor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { PassedDates, PassedDatesQuestion } from '@mash/contracts';
import { CurrentActor, RequiresScope } from '@mash/service-host';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { birthsToLookAt, kindChanges } from '../../domain/kind-changes';
import { PassedDateRepository, type OfEnquiry } from '../../persistence/passed-date.repository';

class PassedDatesAnswer extends createZodDto(PassedDates) {}
class PassedDatesQuery extends createZodDto(PassedDatesQuestion) {}

@Controller('facts/passed-dates')
export class PassedDatesController {
  constructor(
    private readonly dates: PassedDateRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * In which enquiries a birthday, or the age of a finding, changes what the sharing decision reads. Ids, and no day of anybody's: but whoever asks
   * for one short time after another can tell a day, so that the scope is for the one service that has to ask.
   */
  @Get()
  @RequiresScope('facts:dates')
  @ZodResponse({ type: PassedDatesAnswer })
  async list(@CurrentActor() actor: Actor, @Query() asked: PassedDatesQuery): Promise<PassedDates> {
    const [after, until] = [new Date(asked.after), new Date(asked.until)];
    const [births, judged] = await Promise.all([
      this.dates.births(birthsToLookAt(after, until), actor.partnershipId),
      this.dates.judged(new Date(asked.judgedAfter), new Date(asked.judgedUntil), actor.partnershipId),
    ]);
    const changed = births.filter(({ birth }) => kindChanges(birth, after, until));
    await this.note(actor, [...changed, ...judged]);
    return {
      ageChanged: [...new Set(changed.map(({ enquiryId }) => enquiryId))],
      judged: judged.map(({ enquiryId, at }) => ({ enquiryId, at: at.toISOString() })),
    };
  }

  /** One entry for each partnership of which something is told. */
  private async note(actor: Actor, told: readonly OfEnquiry[]): Promise<void> {
    for (const partnershipId of new Set(told.map((one) => one.partnershipId))) {
      const enquiries = new Set(told.filter((one) => one.partnershipId === partnershipId).map((one) => one.enquiryId));
      const subject = { type: 'Partnership', id: partnershipId };
      const entry = { actor, partnershipId, action: 'facts.read-passed-dates', subject, outcome: 'shown' } as const;
      await this.audit.recordRead({ ...entry, counts: { enquiries: enquiries.size } });
    }
  }
}
