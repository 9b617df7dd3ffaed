import type { PersonActor } from '@mash/authorisation';
import type { AnswerItem, AnswerItemFacts } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import { EnvelopeOpener, type OpenedAnswer } from '../releases/envelope-opener';
import type { Admitted } from '../releases/release-gate';

/** An item as its own agency wrote it, with the answer that it came in. */
export interface OwnItem {
  readonly opened: OpenedAnswer;
  readonly item: AnswerItem;
  readonly facts: AnswerItemFacts;
}

/** Finds an item among what the actor's own agency has answered. Another agency's is not there. */
@Injectable()
export class OwnItems {
  constructor(
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
  ) {}

  async find({ agencyId }: PersonActor, { enquiry }: Admitted, itemId: string): Promise<OwnItem | undefined> {
    const rows = await this.acceptedAnswers.of(enquiry.enquiryId);
    const own = rows.filter((row) => row.agencyId === agencyId);
    const tried = await this.opener.openAll(own, enquiry);
    for (const opened of tried) {
      if (opened.kind !== 'answer') continue;
      const item = opened.content.items.find((one) => one.itemId === itemId);
      const facts = opened.facts.items.find((one) => one.itemId === itemId);
      if (item !== undefined && facts !== undefined) return { opened, item, facts };
    }
    return undefined;
  }
}
