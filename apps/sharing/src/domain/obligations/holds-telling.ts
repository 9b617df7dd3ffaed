import type { AnswerItemFacts } from '@mash/sealing';

type Marked = Pick<AnswerItemFacts, 'itemId' | 'flags'>;
const asMarked = ({ flags }: Marked): boolean => flags.includes('do_not_alert') || flags.includes('unsafe_tell');

/**
 * An item that must not come to the parent's ears, or of which nobody may be alerted, holds every telling (rule book section 5, INFORM_PARENT).
 * @param isHeld whether either of the two stands for an item today; as it was marked, where nothing has been stated since
 */
export const holdsTelling = <Item extends Marked>(
  { items }: { readonly items: readonly Item[] },
  isHeld: (item: Item) => boolean = asMarked,
): boolean => items.some(isHeld);
