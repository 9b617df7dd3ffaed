import type { PersonActor } from '@mash/authorisation';
import type { AnswerItem } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import { AcceptedAnswers } from '../answers/accepted-answers';
import type { Unwrap } from '../keys/key-ring';
import type { KnownItemFacts } from '../envelopes/own-item-ids';
import { EnvelopeOpener, type OpenedAnswer } from '../releases/envelope-opener';
import type { Admitted } from '../releases/release-gate';

/** An item as its own agency wrote it, with the answer that it came in. */
export interface OwnItem {
  readonly opened: OpenedAnswer;
  readonly item: AnswerItem;
  readonly facts: KnownItemFacts;
}

/** What an agency has answered, with the keys that its transaction opens more with: none is asked for while that holds something. */
export interface OwnAnswers {
  readonly items: readonly OwnItem[];
  readonly unwrap: Unwrap;
}

/** Finds items among what the actor's own agency has answered. Another agency's is not there. */
@Injectable()
export class OwnItems {
  constructor(
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly opener: EnvelopeOpener,
  ) {}

  /** Every item that they have answered in this enquiry; undefined where they have answered nothing. */
  async all({ agencyId }: PersonActor, { enquiry }: Admitted): Promise<OwnAnswers | undefined> {
    const rows = await this.acceptedAnswers.of(enquiry.enquiryId);
    const own = rows.filter((row) => row.agencyId === agencyId);
    if (own.length === 0) return undefined;
    const unwrap = await this.opener.keysOf(own, enquiry);
    const tried = await this.opener.openAll(own, enquiry, undefined, unwrap);
    return { items: tried.flatMap((opened) => (opened.kind === 'answer' ? itemsOf(opened) : [])), unwrap };
  }

  /** One of them, with the keys; undefined where it is not theirs. */
  async find(
    actor: PersonActor,
    admitted: Admitted,
    itemId: string,
  ): Promise<{ own: OwnItem; unwrap: Unwrap } | undefined> {
    const all = await this.all(actor, admitted);
    const own = all?.items.find(({ item }) => item.itemId === itemId);
    return all && own && { own, unwrap: all.unwrap };
  }
}

const itemsOf = (opened: OpenedAnswer): OwnItem[] =>
  opened.content.items.flatMap((item) => {
    const facts = opened.facts.items.find(({ itemId }) => itemId === item.itemId);
    return facts === undefined ? [] : [{ opened, item, facts }];
  });
