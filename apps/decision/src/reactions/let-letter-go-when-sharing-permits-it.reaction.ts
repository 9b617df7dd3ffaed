import { SharingDecidedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { byThisService } from '../access/by-this-service';
import { waitUntilThere } from '../access/wait-until-there';
import { CaseSender } from '../features/route-case/case-sender';
import { FeedbackAnnouncer } from '../features/send-feedback/feedback-announcer';
import { EnquiryRepository } from '../persistence/enquiry.repository';
import { FeedbackRepository } from '../persistence/feedback.repository';
import { LetterRepository } from '../persistence/letter.repository';
import { StandingKeeper } from '../persistence/standing.keeper';

/**
 * A letter goes once `sharing` lets it: "do not alert" holds every telling, and the mail that says there is a letter tells too. So does a handover:
 * the team is given the case with it. Where one does not go the case is the hub's to route again, and the referrer the hub's to tell. What was decided
 * again, or is told otherwise, meanwhile goes to nobody.
 */
@Controller()
export class LetLetterGoWhenSharingPermitsIt {
  static readonly consumerId = 'let-letter-go-when-sharing-permits-it';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly letters: LetterRepository,
    private readonly feedback: FeedbackRepository,
    private readonly announcer: FeedbackAnnouncer,
    private readonly cases: CaseSender,
    private readonly standing: StandingKeeper,
    private readonly clock: Clock,
  ) {}

  @EventPattern(SharingDecidedV1.type)
  async handle(@Payload() event: SharingDecidedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await this.inbox.claim(tx, LetLetterGoWhenSharingPermitsIt.consumerId, event.id)) await this.note(tx, event);
    });
  }

  private async note(tx: Tx, { id, data }: SharingDecidedV1): Promise<void> {
    const { about, enquiryId, outcome, handoverDigest, replacedBy } = data;
    if (about.kind !== 'product') return;
    const enquiry = waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
    const decidedAt = new Date(data.decidedAt);
    await this.letters.note(tx, { letterId: about.id, enquiryId, outcome, decidedAt, handoverDigest, replacedBy });
    const context = byThisService(enquiry, decidedAt, id);
    const now = this.clock.now();
    const held = { productId: about.id, mayGo: outcome === 'PERMIT', handoverDigest, replacedBy, at: now };
    if (outcome !== 'REVIEW') await this.cases.settleHeld(tx, enquiry, held, byThisService(enquiry, now, id));
    const feedback = (await this.feedback.of(enquiryId, tx)).find(({ letterId }) => letterId === about.id);
    if (feedback === undefined) return;
    const isStopped = feedback.letterOutcome === 'DENY' || feedback.overtaken !== undefined;
    if (isStopped) await this.standing.refresh(tx, enquiryId);
    else if (await this.letters.goes(tx, enquiryId, about.id, decidedAt))
      await this.announcer.announce(tx, enquiry, feedback, context);
  }
}
