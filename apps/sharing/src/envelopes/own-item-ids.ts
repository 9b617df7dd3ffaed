import { createHash } from 'node:crypto';
import type { AnswerContent, AnswerFacts } from '@mash/sealing';

interface Inside {
  readonly facts: AnswerFacts;
  readonly content: AnswerContent;
}
/** The signed ids of an envelope of an answer. */
export interface OfAnswer {
  readonly answerId: string;
  readonly personId: string;
}

/** Always the same for this item of this answer and person, and no other's: a UUID of version 8 (RFC 9562). */
function ownId(itemId: string, { answerId, personId }: OfAnswer): string {
  const hash = createHash('sha256').update([answerId, personId, itemId].join(' ').toLowerCase()).digest('hex');
  const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}

/**
 * An answer whose repeated items have ids of their own. An agency's system names an item by its record; the record corrected and sent again is
 * another item, and what was said of the first (a releaser's yes, an override, the holder's wording) was said of other words.
 *
 * @param repeats ids that another envelope of the enquiry brought before
 */
export function withOwnItemIds<One extends Inside>(opened: One, repeats: readonly string[], its: OfAnswer): One {
  if (repeats.length === 0) return opened;
  const repeated = new Set(repeats);
  const own = <Item extends { readonly itemId: string }>(item: Item): Item =>
    repeated.has(item.itemId.toLowerCase()) ? { ...item, itemId: ownId(item.itemId, its) } : item;
  return {
    ...opened,
    facts: { ...opened.facts, items: opened.facts.items.map(own) },
    content: { ...opened.content, items: opened.content.items.map(own) },
  };
}
