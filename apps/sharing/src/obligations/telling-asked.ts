import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { FactsAsTheyStand } from '../asking/facts-as-they-stand';
import { hubOf } from '../asking/line-matter';
import { NOTHING_STATED } from '../domain/holder/what-stands';
import { documentFactsOf, subjectOfConcern, UNNAMED_CHILD } from '../domain/release/document-facts-of';
import type { Unwrap } from '../keys/key-ring';
import { forWhoeverOpens } from '../releases/for-whoever-opens';
import type { Telling } from '../releases/judge-thing';
import type { Thing } from '../releases/thing';
import { ThingDecider } from '../releases/thing-decider';
import { TellingHoldRepository } from './telling-hold.repository';

/** An item whose "do not alert" stands, or an answer that may have said so and cannot be read any more. */
export interface AlertHeld {
  readonly itemId: string;
  readonly agencyId: string;
}

/** Of whom it is asked, with the enquiry's keys, had before the transaction: a key management service that hangs holds nobody up. */
export interface ToAskOf {
  readonly alerts: readonly AlertHeld[];
  readonly unwrap: Unwrap;
}

const isSame = (one: AlertHeld, other: AlertHeld): boolean =>
  one.itemId === other.itemId && one.agencyId === other.agencyId;

/** Telling the parent, as far as one holder's "do not alert" stands in its way: whom it is about otherwise is nothing of theirs. */
const tellingTheParent = ({ enquiryId, intake }: EnquiryFacts, { itemId, agencyId }: AlertHeld): Thing => ({
  kind: 'document',
  about: 'product',
  ...{ envelopeId: enquiryId, itemId, agencyId, personId: subjectOfConcern(intake)?.personId ?? enquiryId },
  ...{ category: 'hub-summary', width: 'named' },
  facts: { ...documentFactsOf([]), ...UNNAMED_CHILD, side: 'none', release: 'released', flags: ['do_not_alert'] },
  render: () => ({}),
  words: [],
  handling: {},
  stands: NOTHING_STATED,
});

/**
 * "Do not alert" holds telling the parent until its holder clears it, and so its holder is asked (rule row R-SAFE-04a, HOLD_TELLING): where no letter waits,
 * or the referrer is anonymous, nobody else would ever ask, and the parent stayed untold with nobody late.
 */
@Injectable()
export class TellingAsked {
  constructor(
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly holds: TellingHoldRepository,
  ) {}

  /** Asks each holder once: of what they are asked already, for a letter or anew in five days, nothing more. */
  async ask(tx: Tx, facts: EnquiryFacts, { alerts, unwrap }: ToAskOf): Promise<void> {
    const asked = await this.holds.asked(tx, facts.enquiryId);
    const held = alerts.filter((one) => !asked.some((other) => isSame(one, other)));
    if (held.length === 0) return;
    const now = await this.standing.of(tx, forWhoeverOpens(facts));
    const telling: Telling = {
      ...{ mode: 'onward', purpose: 'INFORM', audience: 'parent', toAgencyId: hubOf(facts.bodies), askedBy: 'sharing' },
    };
    const said = await this.decider.whatWasSaid(tx, now, telling, unwrap);
    const things = held.map((one) => tellingTheParent(facts, one));
    await this.decider.decideAll(tx, now, things, telling, said);
  }
}
