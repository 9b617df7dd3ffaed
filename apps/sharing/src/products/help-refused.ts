import type { OpenedProduct } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { hubOf } from '../asking/line-matter';
import { SharingDesk } from '../asking/sharing-desk';
import type { SharingDecision } from '../domain/decision';
import { isSpokenOfSince } from '../domain/consent/spoken-of-since';
import { documentFactsOf } from '../domain/release/document-facts-of';
import { reasonAsRead } from '../releases/reason-as-read';
import type { Admitted } from '../releases/release-gate';
import type { OutwardProductRow } from './outward-product.repository';

/** What a help service gets against a refusal: nothing (rule row R-CONS-03). */
const REFUSED = 'HELP_BY_AGREEMENT';

/** People of a product who have refused since it was made, with what the rules say of each. */
export type RefusedSince = ReadonlyMap<string, SharingDecision>;

/**
 * A help service gets nothing against a refusal, the manager's own words and the names included: they were written while the family agreed.
 * At section 47 consent is not what it rests on, and social care gets what its items carry.
 */
@Injectable()
export class HelpRefused {
  constructor(private readonly desk: SharingDesk) {}

  since(product: OutwardProductRow, { facts }: Pick<Admitted, 'facts'>): RefusedSince {
    const { audience, toAgencyId, purpose, personIds, madeAt } = product;
    const asked = personIds.filter((personId) => isSpokenOfSince(facts, personId, madeAt));
    const decided = asked.map((personId) => {
      const { decision } = this.desk.decide(facts, {
        ...{ mode: 'onward', fromAgencyId: hubOf(facts.bodies), toAgencyId, audience, personId, purpose },
        ...{ category: 'hub-summary', need: 'yes', text: 'same', width: 'named' },
        item: { ...documentFactsOf([]), release: 'released' },
      });
      return [personId, decision] as const;
    });
    return new Map(decided.filter(([, { outcome, reasons }]) => outcome === 'DENY' && reasons.includes(REFUSED)));
  }

  /** The product without those people, and without the words, which are about all of them. */
  without(opened: OpenedProduct, refused: RefusedSince): OpenedProduct {
    const [first] = refused.values();
    if (first === undefined) return opened;
    const people = opened.people.filter(({ personId }) => !refused.has(personId));
    const words = { what: 'words', count: 1, reason: { ...reasonAsRead(first) } } as const;
    return { ...opened, words: '', people, withheld: [...(opened.withheld ?? []), words] };
  }

  /** The hub wrote the words and goes on reading them; it is told that whom they are for may not, or it would tell them by telephone. */
  asTheHubReads(opened: OpenedProduct, refused: RefusedSince): OpenedProduct {
    const [first] = refused.values();
    return first === undefined ? opened : { ...opened, closedToRecipient: { ...reasonAsRead(first) } };
  }
}
