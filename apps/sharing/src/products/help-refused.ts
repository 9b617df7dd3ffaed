import type { OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { FactsNow } from '../asking/facts-as-they-stand';
import type { ReasonCode, RuleId } from '../domain/decision';
import { purposeCarried } from '../domain/release/purposes';
import type { Unwrap } from '../keys/key-ring';
import type { Judged, Telling } from '../releases/judge-thing';
import { reasonAsRead } from '../releases/reason-as-read';
import { ThingDecider } from '../releases/thing-decider';
import { handoverMatters } from './handover-matter';
import { stoppedBy } from './letter-desk';
import type { OutwardProductRow } from './outward-product.repository';

/** What a help service gets against a refusal: nothing (rule row R-CONS-03a). */
const REFUSED: ReasonCode = 'HELP_BY_AGREEMENT';
/** Nor, where the pack says so, while nobody has agreed to help. */
const NOT_AGREED: RuleId = 'R-CONS-03b';

/** People about whom nothing goes to this recipient, with what the rules say of telling it of each. */
export type Refused = ReadonlyMap<string, Judged>;
export const NOBODY_REFUSED: Refused = new Map();

type Product = Pick<OutwardProductRow, 'productId' | 'enquiryId' | 'personIds' | 'madeAt'>;
interface Its {
  readonly facts: FactsNow;
  /** People whom something in it is about, besides those that it names. */
  readonly alsoAbout?: readonly string[];
  /** The enquiry's keys, where they were had already. */
  readonly unwrap?: Unwrap;
}

const isRefused = ({ decision }: Judged): boolean => decision.outcome === 'DENY';
/** The law, the agreements and who somebody is are those of the day of its making; a refusal of help counts whenever it was said. */
const isHelpRefused = ({ decision }: Judged): boolean =>
  decision.outcome === 'DENY' && (decision.reasons.includes(REFUSED) || decision.rule === NOT_AGREED);

const byPerson = (judged: readonly Judged[]): Refused => new Map(judged.map((one) => [one.thing.personId, one]));

/**
 * What the rules refuse of a handover, the manager's own words and the names included. A help service gets nothing against a refusal, whenever it was
 * said: that is decided again each time that one is opened, on that day's consents and threshold. What had gone before the rules would have had somebody
 * look first stays readable.
 */
@Injectable()
export class HelpRefused {
  constructor(private readonly decider: ThingDecider) {}

  /** Of a handover that is being put together. Nothing is kept or raised. */
  async of(tx: Tx, product: Product, telling: Telling, its: Its): Promise<Refused> {
    return byPerson((await this.judged(tx, product, telling, its)).filter(isRefused));
  }

  /** Of one that was put together, as the threshold carries what it is for today. */
  async since(tx: Tx, product: Product, telling: Telling, its: Its): Promise<Refused> {
    const purpose = purposeCarried(telling.purpose, its.facts.decision.threshold);
    return byPerson((await this.judged(tx, product, { ...telling, purpose }, its)).filter(isHelpRefused));
  }

  /** What a handover that has not gone yet waits for, as the hub is told; undefined where nothing stops it today. */
  async waitsFor(tx: Tx, product: Product, telling: Telling, its: Its): Promise<OpenedProduct['closedToRecipient']> {
    const stopped = stoppedBy(await this.judged(tx, product, telling, its));
    return stopped && { ...reasonAsRead(stopped.decision) };
  }

  /** The product without those people, and without the words, which are about all whom it names. Why items went alone is for the hub. */
  without({ wordsLeftOut: _ofHub, ...opened }: OpenedProduct, product: Product, refused: Refused): OpenedProduct {
    const reason = reasonOf(product, refused);
    if (reason === undefined) return opened;
    const people = opened.people.filter(({ personId }) => !refused.has(personId));
    const words = { what: 'words', count: 1, reason } as const;
    return { ...opened, words: '', people, withheld: [...(opened.withheld ?? []), words] };
  }

  /**
   * The hub wrote the words and goes on reading them; it is told that whom they are for may not, or it would tell them by telephone. Items that went
   * alone have none.
   */
  asTheHubReads(
    opened: OpenedProduct,
    product: Product,
    refused: Refused,
    waitsFor: OpenedProduct['closedToRecipient'],
  ): OpenedProduct {
    const reason = opened.wordsLeftOut === undefined ? (reasonOf(product, refused) ?? waitsFor) : undefined;
    return reason === undefined ? opened : { ...opened, closedToRecipient: reason };
  }

  private judged(tx: Tx, product: Product, telling: Telling, { facts, alsoAbout, unwrap }: Its): Promise<Judged[]> {
    return this.decider.asTheyStand(tx, facts, handoverMatters(product, facts, alsoAbout), telling, unwrap);
  }
}

/** Why nothing goes about the first of its people about whom nothing does. */
export function reasonOf(
  { personIds }: Pick<Product, 'personIds'>,
  refused: Refused,
): OpenedProduct['closedToRecipient'] {
  const [first] = personIds.flatMap((personId) => refused.get(personId) ?? []);
  return first && { ...reasonAsRead(first.decision) };
}
