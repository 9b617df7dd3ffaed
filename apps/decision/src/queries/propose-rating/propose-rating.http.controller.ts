import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { ProposeRating, RatingProposal } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryGate } from '../../access/enquiry-gate';
import { unlessRefused } from '../../access/unless-refused';
import { ratingProposal } from '../../domain/rating-proposal';

class ProposeRatingBody extends createZodDto(ProposeRating) {}
class RatingProposalView extends createZodDto(RatingProposal) {}

@Controller('enquiries/:enquiryId/rating-proposal')
export class ProposeRatingController {
  constructor(
    private readonly gate: EnquiryGate,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** The pack's table with the row that matched, or what it still needs to know. Nothing is kept. */
  @Post()
  @HttpCode(200)
  @ZodResponse({ status: 200, type: RatingProposalView })
  async propose(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() { facts }: ProposeRatingBody,
  ): Promise<RatingProposal> {
    const enquiry = await this.gate.admit(actor, 'screen', enquiryId);
    const proposal = unlessRefused(() =>
      ratingProposal(loadPack(enquiry.pack.id, enquiry.pack.version), enquiry, facts),
    );
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.auditTrail.recordRead({ actor, action: 'enquiry.propose-rating', subject, enquiryId, outcome: 'shown' });
    return proposal;
  }
}
