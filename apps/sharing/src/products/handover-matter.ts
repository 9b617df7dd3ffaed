import { hubOf } from '../asking/line-matter';
import { NOTHING_STATED } from '../domain/holder/what-stands';
import { documentFactsOf } from '../domain/release/document-facts-of';
import type { Admitted } from '../releases/release-gate';
import type { Thing } from '../releases/thing';
import type { OutwardProductRow } from './outward-product.repository';

type Product = Pick<OutwardProductRow, 'productId' | 'enquiryId' | 'personIds' | 'madeAt'>;

/** What the hub itself writes of somebody in a handover: its words and their name, as one thing to decide. */
const wordsAbout = (
  personId: string,
  { productId, enquiryId, madeAt }: Product,
  { bodies }: Admitted['facts'],
): Thing => ({
  kind: 'document',
  about: 'product',
  // What is owed of the hub's words is owed of the enquiry: two handovers are told of once.
  ...{ envelopeId: enquiryId, itemId: productId, agencyId: hubOf(bodies), personId, askedAt: madeAt },
  ...{ category: 'hub-summary', width: 'named' },
  facts: { ...documentFactsOf([]), release: 'released' },
  render: () => ({}),
  words: [],
  handling: {},
  stands: NOTHING_STATED,
});

/**
 * A handover, as things to decide: its words and names are about each of its people, and leave the hub like any item (mode *onward*). They are the
 * hub's own, so that no other holder has to release them; everything else the rules read of each person for themselves.
 *
 * @param alsoAbout people whom something in it is about, besides those that it names
 */
export const handoverMatters = (
  product: Product,
  facts: Admitted['facts'],
  alsoAbout: readonly string[] = [],
): Thing[] =>
  [...new Set([...product.personIds, ...alsoAbout])].map((personId) => wordsAbout(personId, product, facts));
