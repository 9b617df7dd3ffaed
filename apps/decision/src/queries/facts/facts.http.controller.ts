import { isInReach, type Actor } from '@mash/authorisation';
import { AskAccess, DecisionFacts, NoticeFacts } from '@mash/contracts';
import { Clock, CurrentActor, notFound, RequiresScope, UuidParam } from '@mash/service-host';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryGate } from '../../access/enquiry-gate';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { DecisionRepository } from '../../persistence/decision.repository';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { ProtectionRepository } from '../../persistence/protection.repository';
import { RatingRepository } from '../../persistence/rating.repository';

class AskAccessBody extends createZodDto(AskAccess) {}
class NoticeFactsView extends createZodDto(NoticeFacts) {}
class DecisionFactsView extends createZodDto(DecisionFacts) {}

/**
 * What the sharing decision needs of this service: codes and versions, no name. Asked by systems under `facts:read`; the audit entry is
 * made by the service that asks, for the person on whose behalf it decides.
 */
@RequiresScope('facts:read')
@Controller('facts')
export class FactsController {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly protections: ProtectionRepository,
    private readonly ratings: RatingRepository,
    private readonly decisions: DecisionRepository,
    private readonly gate: EnquiryGate,
    private readonly clock: Clock,
  ) {}

  @Get('enquiries/:enquiryId')
  @ZodResponse({ type: DecisionFactsView })
  async facts(@CurrentActor() actor: Actor, @UuidParam('enquiryId') enquiryId: string): Promise<DecisionFacts> {
    return this.factsOf(await this.enquiryFor(actor, enquiryId));
  }

  /** The same, with access and audience of one person: worked out here from records, never taken from the caller's word. */
  @Post('access')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: DecisionFactsView })
  async access(
    @CurrentActor() actor: Actor,
    @Body() { enquiryId, actor: looker }: AskAccessBody,
  ): Promise<DecisionFacts> {
    const enquiry = await this.enquiryFor(actor, enquiryId);
    return { ...(await this.factsOf(enquiry)), ...(await this.gate.lookOf(looker, enquiry)) };
  }

  @Get('notices/:noticeId')
  @ZodResponse({ type: NoticeFactsView })
  async notice(@CurrentActor() actor: Actor, @UuidParam('noticeId') noticeId: string): Promise<NoticeFacts> {
    const notice = await this.protections.findNotice(noticeId);
    if (notice === undefined || !isInReach(actor, notice.partnershipId)) throw notFound('Notice');
    const { enquiryId, partnershipId, agencyId, kid, envelope } = notice;
    return { noticeId, enquiryId, partnershipId, agencyId, sealed: { kid, envelope } };
  }

  private async enquiryFor(actor: Actor, enquiryId: string): Promise<EnquiryRecord> {
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry === undefined || !isInReach(actor, enquiry.partnershipId)) throw notFound('Enquiry');
    return enquiry;
  }

  private async factsOf(enquiry: EnquiryRecord): Promise<DecisionFacts> {
    const { enquiryId, partnershipId, threshold, thresholdVersion, colour, ratingVersion, protectionOpen, pack } =
      enquiry;
    const [{ rating, threshold: judged }, whoTellsFamily] = await Promise.all([
      this.ratings.newestOf(enquiryId),
      this.decisions.whoTellsFamily(enquiryId),
    ]);
    return {
      ...{ enquiryId, partnershipId, threshold, thresholdVersion, ratingVersion, protectionOpen, pack },
      ...(colour && { colour }),
      ...(judged && { thresholdJudged: { by: judged.judgedBy, at: judged.judgedAt.toISOString() } }),
      ...(rating && { rated: { by: rating.ratedBy, at: rating.ratedAt.toISOString() } }),
      ...(whoTellsFamily && { whoTellsFamily }),
      closed: enquiry.stage === 'closed',
      urgent: colour === 'red' || protectionOpen,
      asOf: this.clock.now().toISOString(),
    };
  }
}
