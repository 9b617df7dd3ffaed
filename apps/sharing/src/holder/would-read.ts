import type { HolderItem } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AskedLinesFinder } from '../releases/asked-lines';
import type { Telling } from '../releases/judge-thing';
import { ThingDecider } from '../releases/thing-decider';
import { thingsOf } from '../releases/things-of';
import { forWhoeverOpens } from '../releases/for-whoever-opens';
import type { Admitted } from '../releases/release-gate';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { coversItem } from '../domain/holder/covers-item';
import type { HolderStatement } from '../domain/holder/holder-statement';
import type { Audience } from '../domain/decision';
import type { OwnItem } from './own-items';

/** No bounds: what was left out can be shorter than the words that say so. */
const Rendered = z.object({ text: z.string() });

/** Who asks in a REVIEW about an item, as the rules read it. Existence is told where content is, and decided as it is less. Also for the purpose that they stated, where it was raised on that. */
export const tellingOf = ({ mode, purpose, audience, toAgencyId, askedBy }: DecisionRow): Telling => ({
  ...{
    mode: mode === 'existence' ? 'content' : mode,
    purpose,
    stated: purpose,
    askedBy,
    audience: audience as Audience,
    toAgencyId: toAgencyId ?? '',
  },
});

/** What the recipient of a REVIEW would read if its holder released the item as it stands. Nothing is decided by asking. */
@Injectable()
export class WouldRead {
  constructor(
    private readonly decider: ThingDecider,
    private readonly askedLines: AskedLinesFinder,
  ) {}

  async of(
    { opened, item, facts }: OwnItem,
    its: { admitted: Admitted; review: DecisionRow; statements: readonly HolderStatement[]; at: Date },
  ): Promise<NonNullable<HolderItem['recipient']>> {
    const { admitted, review, at } = its;
    const telling = tellingOf(review);
    const { audience, toAgencyId, purpose } = telling;
    const released = asItStands(opened.ids.agencyId, item.itemId, telling, at);
    const own = { itemId: item.itemId, alsoIds: facts.alsoIds, agencyId: opened.ids.agencyId };
    const statements = [...its.statements.filter((one) => !coversItem(one, own)), released];
    const asked = await this.askedLines.of(admitted.enquiry.enquiryId);
    const things = thingsOf([opened], { admitted, telling, asked, statements, now: at });
    const thing = things.find((one) => one.itemId === item.itemId);
    const sees =
      thing && Rendered.safeParse(this.decider.preview(forWhoeverOpens(admitted.facts), thing, telling)).data;
    return { audience, agencyId: toAgencyId, purpose, ...(sees && { asItStands: sees.text }) };
  }
}

const asItStands = (
  agencyId: string,
  itemId: string,
  { audience, toAgencyId }: Telling,
  at: Date,
): HolderStatement => ({
  ...{ statementId: itemId, itemId, agencyId, statedBy: '', statedAt: at, reviewId: null, isAuthorised: false },
  facts: { says: 'released_as_it_stands', to: { audience, agencyId: toAgencyId } },
  content: { reason: '' },
});
