import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { purposeOfThreshold, ResearchPlan } from '@mash/contracts';
import { conflict, CurrentPerson, UuidParam } from '@mash/service-host';
import { clockOfColour, loadPack, packClockWords } from '@mash/threshold-packs';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { NamedAgencies } from '../../access/named-agencies';
import { RequestAccess } from '../../access/request-access';
import { AgencyRegister } from '../../agencies/agency-register';
import { drawPlan } from '../../domain/draw-plan';
import { purposesToAsk } from '../../domain/purposes-to-ask';
import { questionsAsked } from '../../domain/questions-asked';
import { EnquiryRepository, type EnquiryRow } from '../../persistence/enquiry.repository';
import { RequestRepository } from '../../persistence/request.repository';

class ResearchPlanBody extends createZodDto(ResearchPlan) {}

@Controller('enquiries/:enquiryId/plan')
export class ResearchPlanController {
  constructor(
    private readonly access: RequestAccess,
    private readonly enquiries: EnquiryRepository,
    private readonly requests: RequestRepository,
    private readonly named: NamedAgencies,
    private readonly register: AgencyRegister,
    private readonly audit: AuditTrail,
  ) {}

  /** What the pack says to ask for this colour and roster; what was asked already, where the reader may know of it. Nothing is asked until Send. */
  @Get()
  @ZodResponse({ type: ResearchPlanBody })
  async plan(@CurrentPerson() actor: PersonActor, @UuidParam('enquiryId') enquiryId: string) {
    const enquiry = await this.access.enquiryForHub(actor, enquiryId, 'plan.read');
    const { pack, colour } = packAndColour(enquiry);
    const named = await this.named.of(actor, await this.requests.ofEnquiry(enquiryId));
    const asked = questionsAsked(
      named.requests,
      await this.requests.linesOf(named.requests.map(({ requestId }) => requestId)),
    );
    const notShown = await this.named.notShown(enquiry.partnershipId, named);
    const [roster, agencies] = await Promise.all([
      this.enquiries.roster(enquiryId),
      this.register.all(enquiry.partnershipId),
    ]);
    const clock = clockOfColour(pack, 'agency-return', colour);
    await this.audit.recordRead({
      actor,
      action: 'plan.read',
      subject: { type: 'Enquiry', id: enquiryId },
      enquiryId,
      outcome: 'shown',
    });
    const { ratingVersion, rosterVersion, thresholdVersion, threshold } = enquiry;
    const dueInWords = clock ? packClockWords(clock) : 'The pack asks nobody at this colour';
    const drawn = drawPlan(pack, colour, { roster, agencies, asked, notShown });
    return {
      enquiryId,
      ratingVersion,
      rosterVersion,
      thresholdVersion,
      purpose: purposeOfThreshold(threshold),
      purposes: purposesToAsk(threshold, roster),
      dueInWords,
      lines: drawn,
    };
  }
}

function packAndColour({ packId, packVersion, colour }: EnquiryRow) {
  if (!packId || !packVersion || !colour)
    throw conflict('REQUESTS.NOT_RATED', 'There is no plan before the enquiry is rated.');
  return { pack: loadPack(packId, packVersion), colour };
}
