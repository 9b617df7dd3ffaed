import type { AnswerFacts } from '@mash/sealing';

/**
 * An item that must not come to the parent's ears, or of which nobody may be alerted, holds every telling (rule book section 5, INFORM_PARENT).
 * @param isCleared whether the holder of an item has cleared its "do not alert"
 */
export const holdsTelling = ({ items }: AnswerFacts, isCleared: (itemId: string) => boolean = () => false): boolean =>
  items.some(
    ({ itemId, flags }) => flags.includes('unsafe_tell') || (flags.includes('do_not_alert') && !isCleared(itemId)),
  );
