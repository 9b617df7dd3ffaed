import type { OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { FactsNow } from '../asking/facts-as-they-stand';
import { hubOf } from '../asking/line-matter';
import type { ReasonCode } from '../domain/decision';
import { NOTHING_STATED } from '../domain/holder/what-stands';
import { documentFactsOf } from '../domain/release/document-facts-of';
import type { Unwrap } from '../keys/key-ring';
import type { Judged, Telling } from '../releases/judge-thing';
import { reasonAsRead } from '../releases/reason-as-read';
import type { Admitted } from '../releases/release-gate';
import type { Thing } from '../releases/thing';
import { ThingDecider } from '../releases/thing-decider';
import type { OutwardProductRow } from './outward-product.repository';

/** What a help service gets against a refusal: nothing (rule row R-CONS-03). */
const REFUSED: ReasonCode = 'HELP_BY_AGREEMENT';

/** People about whom a help service gets nothing, with what the rules say of telling it of each. */
export type Refused = ReadonlyMap<string, Judged>;
export const NOBODY_REFUSED: Refused = new Map();

type Product = Pick<OutwardProductRow, 'productId' | 'personIds'>;
type Facts = Admitted['facts'];

/** What the hub itself writes of somebody: its words and their name, as one thing to decide. */
const wordsAbout = (personId: string, { productId }: Product, facts: Facts): Thing => ({
  kind: 'document',
  about: 'product',
  ...{ envelopeId: productId, itemId: productId, agencyId: hubOf(facts.bodies), personId },
  ...{ category: 'hub-summary', width: 'named' },
  facts: { ...documentFactsOf([]), release: 'released' },
  render: () => ({}),
  words: [],
  handling: {},
  stands: NOTHING_STATED,
});

/**
 * A help service gets nothing against a refusal, the manager's own words and the names included, whenever it was said: it is decided when a handover
 * is put together and each time that it is opened, on that day's consents and threshold. At section 47 consent is not what it rests on, and social
 * care gets what its items carry.
 */
@Injectable()
export class HelpRefused {
  constructor(private readonly decider: ThingDecider) {}

  /**
   * @param its.alsoAbout people whom something in it is about, besides those that it names
   * @param its.unwrap the enquiry's keys, where they were had already
   */
  async of(
    tx: Tx,
    product: Product,
    telling: Telling,
    { facts, alsoAbout = [], unwrap }: { facts: FactsNow; alsoAbout?: readonly string[]; unwrap?: Unwrap },
  ): Promise<Refused> {
    const people = [...new Set([...product.personIds, ...alsoAbout])];
    const things = people.map((personId) => wordsAbout(personId, product, facts));
    const judged = await this.decider.asTheyStand(tx, facts, things, telling, unwrap);
    const refused = judged.filter(({ decision }) => decision.outcome === 'DENY' && decision.reasons.includes(REFUSED));
    return new Map(refused.map((one) => [one.thing.personId, one]));
  }

  /** The product without those people, and without the words, which are about all whom it names. */
  without(opened: OpenedProduct, product: Product, refused: Refused): OpenedProduct {
    const reason = reasonOf(product, refused);
    if (reason === undefined) return opened;
    const people = opened.people.filter(({ personId }) => !refused.has(personId));
    const words = { what: 'words', count: 1, reason } as const;
    return { ...opened, words: '', people, withheld: [...(opened.withheld ?? []), words] };
  }

  /** The hub wrote the words and goes on reading them; it is told that whom they are for may not, or it would tell them by telephone. */
  asTheHubReads(opened: OpenedProduct, product: Product, refused: Refused): OpenedProduct {
    const reason = reasonOf(product, refused);
    return reason === undefined ? opened : { ...opened, closedToRecipient: reason };
  }
}

function reasonOf({ personIds }: Product, refused: Refused): OpenedProduct['closedToRecipient'] {
  const [first] = personIds.flatMap((personId) => refused.get(personId) ?? []);
  return first && { ...reasonAsRead(first.decision) };
}
