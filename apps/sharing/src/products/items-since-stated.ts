import type { OpenedProduct } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { AskedLinesFinder } from '../releases/asked-lines';
import type { Opened } from '../releases/envelope-opener';
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

/** A product as it may be read today: what its holders have stated since it was made counts, for the items that it is about. */
@Injectable()
export class ItemsSinceStated {
  constructor(
    private readonly decider: ThingDecider,
    private readonly askedLines: AskedLinesFinder,
  ) {}

  /** Items with a later statement are decided again: in the newer wording, or left out. All others stay as they were sealed. */
  async without(tx: Tx, product: OutwardProductRow, sealed: OpenedProduct, known: Known): Promise<OpenedProduct> {
    const since = new Set(
      known.statements.filter(({ statedAt }) => statedAt > product.madeAt).map(({ itemId }) => itemId),
    );
    const affected = new Set(sealed.items.map(({ itemId }) => itemId).filter((itemId) => since.has(itemId)));
    if (affected.size === 0) return sealed;
    const today = await this.decidedToday(tx, product, affected, known);
    const items = sealed.items.flatMap((item) => (affected.has(item.itemId) ? (today.get(item.itemId) ?? []) : item));
    return { ...sealed, items };
  }

  private async decidedToday(
    tx: Tx,
    { audience, toAgencyId, purpose, madeBy: askedBy, enquiryId }: OutwardProductRow,
    affected: ReadonlySet<string>,
    { admitted, answers, statements, at }: Known,
  ): Promise<Map<string, OpenedProduct['items'][number]>> {
    const telling = { mode: 'onward', purpose, audience, toAgencyId, askedBy } as const;
    const asked = await this.askedLines.of(enquiryId);
    const things = thingsOf(answers, { admitted, telling, asked, statements, now: at });
    const wanted = things.filter(({ kind, itemId }) => kind === 'item' && affected.has(itemId));
    const judged = await this.decider.decideAll(tx, admitted.facts, wanted, telling);
    const shown = judged.filter(isIncluded).map((one) => outwardItem(one, admitted.facts.bodies));
    return new Map(shown.map((item) => [item.itemId, item]));
  }
}
