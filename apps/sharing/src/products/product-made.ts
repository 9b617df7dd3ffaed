import type { MakeOutwardProduct, OutwardProductMade } from '@mash/contracts';
import type { Releaser } from '../domain/decision';
import { RELEASER_CODES } from '../queries/reviews/releaser-codes';
import { reasonAsRead } from '../releases/reason-as-read';
import type { Judged } from '../releases/judge-thing';
import { outcomeOfLetter, stoppedBy } from './letter-desk';
import type { ProductToKeep } from './product-content';

export const isIncluded = ({ shownAs, thing }: Judged): boolean => shownAs === 'shown' && thing.kind === 'item';

// What may not be known to exist reads as what does not exist: the asker named an id, and learns nothing by it.
export const UNKNOWN = { code: 'NOT_FOUND', sentence: 'There is no such item, or you may not see it.' };
const waiting = ({ open, asked }: Judged) =>
  open === undefined
    ? asked && { dueAt: asked.dueAt.toISOString() }
    : { reviewId: open.reviewId, dueAt: open.dueAt.toISOString() };

const OF_HOLDER: readonly Releaser[] = ['H', 'S'];

/** The last of several to answer decides by when it can go. */
function dueOf(letter: readonly Judged[]): { dueAt?: string } {
  const times = letter.flatMap(({ open }) => open?.dueAt.toISOString() ?? []).sort();
  const last = times.at(-1);
  return last === undefined ? {} : { dueAt: last };
}

/** By which another manager may override a refusal. */
const overridable = ({ refusedBy }: Judged) => (refusedBy === undefined ? {} : { sharingDecisionId: refusedBy });

/** A handover is the hub's own: what its holder would answer, a hub manager does. Of a letter nobody says who holds it up. */
function waitsFor(kind: MakeOutwardProduct['kind'], whole: readonly Judged[]): Pick<OutwardProductMade, 'waitsFor'> {
  if (kind === 'letter') return {};
  const asked = whole.flatMap(({ open, decision }) => (open === undefined ? [] : decision.releasers));
  const codes = asked.map((releaser) => RELEASER_CODES[OF_HOLDER.includes(releaser) ? 'M' : releaser]);
  return codes.length === 0 ? {} : { waitsFor: [...new Set(codes)] };
}

/** What came of a product, as the manager reads it who asked: what is in, what is not and why, and by when it is answered. */
export function productMade(
  { productId, personIds, itemIds, kind, wordsLeftOut }: ProductToKeep,
  { items, letter }: { items: readonly Judged[]; letter: readonly Judged[] },
): OutwardProductMade {
  const outcome = outcomeOfLetter(letter);
  const included = outcome === 'DENY' ? [] : items.filter(isIncluded).map(({ thing }) => thing.itemId);
  const stopped = stoppedBy(letter);
  const left = new Map(
    items
      .filter(({ shownAs }) => shownAs !== 'absent')
      .map((one) => [one.thing.itemId, { ...reasonAsRead(one.decision), ...waiting(one), ...overridable(one) }]),
  );
  const leftOut = itemIds
    .filter((itemId) => !included.includes(itemId))
    .map((itemId) => ({ itemId, ...(left.get(itemId) ?? UNKNOWN) }));
  const about = { productId, personIds, included, leftOut };
  if (outcome === 'PERMIT') return { ...about, state: 'made', ...(wordsLeftOut && { wordsLeftOut }) };
  const reason = stopped && { reason: reasonAsRead(stopped.decision) };
  const state = outcome === 'REVIEW' ? 'waiting_review' : 'refused';
  return { ...about, state, ...reason, ...dueOf(letter), ...waitsFor(kind, letter) };
}
