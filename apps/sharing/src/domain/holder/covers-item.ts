import type { HolderStatement } from './holder-statement';

/** An item of a holder, as statements name it. */
export interface StatedItem {
  readonly itemId: string;
  readonly agencyId: string;
  /** Where its agency sent it more than once: the ids of the others. */
  readonly alsoIds?: readonly string[] | undefined;
}

const CLOSES: readonly HolderStatement['facts']['says'][] = [
  ...(['refused', 'detriment', 'telling_held', 'unsafe_set', 'unreadable'] as const),
  // Words to be read instead: the item as it stands was kept back.
  ...(['released_wording', 'sanitised'] as const),
];
const closes = ({ facts }: HolderStatement): boolean =>
  facts.says === 'relevance' ? facts.relevance !== 'relevant' : CLOSES.includes(facts.says);

/**
 * Whether a statement counts for an item: of its holder, for another agency's counts for nothing, and about this very item; or against one that came
 * under the same id, whose words may be the same. A yes to that one was a yes to its words alone.
 */
export function coversItem(one: HolderStatement, { itemId, agencyId, alsoIds = [] }: StatedItem): boolean {
  if (one.agencyId !== agencyId) return false;
  return one.itemId === itemId || (alsoIds.includes(one.itemId) && closes(one));
}

/** Words for another that came under the same id were for other words: they only say that it is not to be read as it stands. */
export const isWordingOfAnother = (
  { itemId, facts }: Pick<HolderStatement, 'itemId' | 'facts'>,
  item: Pick<StatedItem, 'itemId'>,
): boolean => itemId !== item.itemId && (facts.says === 'released_wording' || facts.says === 'sanitised');
