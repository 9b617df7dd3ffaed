import type { OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { isSpokenOfSince } from '../domain/consent/spoken-of-since';
import { readsConsent } from '../domain/consent/yeses-that-stand';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { AskedLinesFinder } from '../releases/asked-lines';
import type { Opened } from '../releases/envelope-opener';
import type { Judged } from '../releases/judge-thing';
import { reasonAsRead } from '../releases/reason-as-read';
import type { Admitted } from '../releases/release-gate';
import { ThingDecider } from '../releases/thing-decider';
import { thingsOf } from '../releases/things-of';
import type { OutwardProductRow } from './outward-product.repository';
import { outwardItem } from './product-content';
import { isIncluded } from './product-made';

/** What is known of an enquiry while one of its products is opened. */
export interface Known {
  readonly admitted: Admitted;
  readonly answers: readonly Opened[];
  readonly statements: readonly HolderStatement[];
  readonly at: Date;
}

/** A product as it may be read today: what its holders, and the family, have stated since it was made counts, for the items that it is about. */
@Injectable()
export class ItemsSinceStated {
  constructor(
    private readonly decider: ThingDecider,
    private readonly askedLines: AskedLinesFinder,
  ) {}

  /**
   * Items with a later statement of their holder, or about whose person somebody has said something of consent since, are decided again: in the
   * newer wording, or left out, with the reason where it is consent. All others stay as they were sealed.
   */
  async without(tx: Tx, product: OutwardProductRow, sealed: OpenedProduct, known: Known): Promise<OpenedProduct> {
    const since = new Set(
      known.statements.filter(({ statedAt }) => statedAt > product.madeAt).map(({ itemId }) => itemId),
    );
    const { facts } = known.admitted;
    const affected = new Set(
      sealed.items
        .filter(({ itemId, personId }) => since.has(itemId) || isSpokenOfSince(facts, personId, product.madeAt))
        .map(({ itemId }) => itemId),
    );
    if (affected.size === 0) return sealed;
    const judged = await this.judgedToday(tx, product, affected, known);
    const shown = judged.filter(isIncluded).map((one) => outwardItem(one, facts.bodies));
    const today = new Map(shown.map((item) => [item.itemId, item]));
    const items = sealed.items.flatMap((item) => (affected.has(item.itemId) ? (today.get(item.itemId) ?? []) : item));
    const withheld = withheldByConsent(judged);
    return { ...sealed, items, ...(withheld.length > 0 && { withheld }) };
  }

  private async judgedToday(
    tx: Tx,
    { audience, toAgencyId, purpose, madeBy: askedBy, enquiryId }: OutwardProductRow,
    affected: ReadonlySet<string>,
    { admitted, answers, statements, at }: Known,
  ): Promise<Judged[]> {
    const telling = { mode: 'onward', purpose, audience, toAgencyId, askedBy } as const;
    const asked = await this.askedLines.of(enquiryId);
    const things = thingsOf(answers, { admitted, telling, asked, statements, now: at });
    const wanted = things.filter(({ kind, itemId }) => kind === 'item' && affected.has(itemId));
    return this.decider.decideAll(tx, admitted.facts, wanted, telling);
  }
}

/** What a holder stops is left out without a word; that consent is gone the recipient has been told already. */
function withheldByConsent(judged: readonly Judged[]): NonNullable<OpenedProduct['withheld']> {
  const stopped = judged.filter((one) => !isIncluded(one) && readsConsent(one.decision.rule));
  const reasons = new Map(stopped.map(({ decision }) => [reasonAsRead(decision).code, { ...reasonAsRead(decision) }]));
  return [...reasons.values()].map((reason) => {
    const count = stopped.filter(({ decision }) => reasonAsRead(decision).code === reason.code).length;
    return { what: 'items', count, reason };
  });
}
