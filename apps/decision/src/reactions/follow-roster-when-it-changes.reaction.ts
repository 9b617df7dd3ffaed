import { RosterChangedV1 } from '@mash/contracts';
import { Inbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { byThisService } from '../access/by-this-service';
import { waitUntilThere } from '../access/wait-until-there';
import { DecisionFlagger } from '../features/flag-decision/decision-flagger';
import { peopleOfRoster } from '../domain/people-of-roster';
import { ClockRepository } from '../persistence/clock.repository';
import { EnquiryRepository } from '../persistence/enquiry.repository';

/** Keeps who the enquiry is about, and flags a decision that was made for another household than the one now known. */
@Controller()
export class FollowRosterWhenItChanges {
  static readonly consumerId = 'follow-roster-when-it-changes';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly enquiries: EnquiryRepository,
    private readonly clocks: ClockRepository,
    private readonly flagger: DecisionFlagger,
  ) {}

  @EventPattern(RosterChangedV1.type)
  async handle(@Payload() event: RosterChangedV1): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await this.inbox.claim(tx, FollowRosterWhenItChanges.consumerId, event.id)) await this.follow(tx, event);
    });
  }

  private async follow(tx: Tx, { id, data }: RosterChangedV1): Promise<void> {
    const { enquiryId, version, confirmed, openCase, repeatContacts12Months: repeatContacts } = data;
    const enquiry = waitUntilThere(await this.enquiries.getForUpdate(tx, enquiryId), 'ENQUIRY');
    if (version <= enquiry.rosterVersion) return;
    const people = peopleOfRoster(data.mentions);
    const at = new Date(data.changedAt);
    await this.enquiries.saveRoster(tx, enquiryId, {
      rosterVersion: version,
      rosterConfirmed: confirmed,
      openCase,
      repeatContacts,
      people,
    });
    if (confirmed) await this.clocks.meet(tx, enquiryId, 'screen', at);
    await this.flagger.flag(
      tx,
      enquiry,
      { because: 'roster_changed', causeId: id, at },
      byThisService(enquiry, at, id),
    );
  }
}
