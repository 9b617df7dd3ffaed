import { DatePassedV1, DecisionMadeV1, PersonFactsRecordedV1 } from '@mash/contracts';
import { NotSeenYet } from '@mash/messaging';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { EnquiryFactsGatherer } from '../asking/enquiry-facts';
import { EnquiryLife } from '../erasure/enquiry-life';
import { TellingHolds } from '../obligations/telling-holds';
import { EnquiryRepository } from '../persistence/enquiry.repository';

interface Changed {
  readonly partnershipId: string;
  readonly data: { readonly enquiryId: string };
}

/**
 * A decision says who tells the family, or that it is not safe; a child objects, or does so no more; or grows older, or what was judged grows too old. Telling the parent is held, or let go, at once,
 * and not only when somebody next looks. It brings what is kept to what the facts say now: hearing it twice changes nothing.
 */
@Controller()
export class LookAtTellingAgainWhenAFactChanges {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly holds: TellingHolds,
    private readonly life: EnquiryLife,
  ) {}

  @EventPattern(DecisionMadeV1.type)
  decided(@Payload() event: DecisionMadeV1): Promise<void> {
    return this.again(event);
  }

  @EventPattern(PersonFactsRecordedV1.type)
  factsRecorded(@Payload() event: PersonFactsRecordedV1): Promise<void> {
    return this.again(event);
  }

  @EventPattern(DatePassedV1.type)
  datePassed(@Payload() event: DatePassedV1): Promise<void> {
    return this.again(event);
  }

  /** @throws PassingFailure, PassingServiceFailure where the enquiry is not known yet, or an owner of facts does not answer: heard again later */
  private async again({ partnershipId, data: { enquiryId } }: Changed): Promise<void> {
    if (await this.life.isOver(enquiryId)) return; // nobody is told anything of it any more
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry === undefined) throw new NotSeenYet('ENQUIRY_NOT_SEEN_YET');
    await this.holds.look(enquiry, await this.gatherer.of(enquiryId, partnershipId));
  }
}
