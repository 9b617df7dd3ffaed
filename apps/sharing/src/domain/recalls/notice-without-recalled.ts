import { z } from 'zod';
import type { Identified } from './identity-of';

/** An item of an answer as a notice of immediate protection tells it: by its ids one knows it again. */
const ToldItem = z.looseObject({
  itemId: z.string().toLowerCase(),
  envelopeId: z.string(),
  personId: z.string(),
  requestId: z.string(),
});

/**
 * What a notice tells, without what was recalled from its reader since it was sent, and how much that was. An item that cannot be known again is left
 * out: nobody could say that it was not recalled.
 */
export function noticeWithoutRecalled<Content extends Readonly<Record<string, unknown>>>(
  content: Content,
  isRecalled: (thing: Identified) => boolean,
): Content {
  const { items } = content;
  if (!Array.isArray(items)) return content;
  const standing = items.filter((one) => {
    const told = ToldItem.safeParse(one);
    return told.success && !isRecalled(told.data);
  });
  const recalledItems = items.length - standing.length;
  return recalledItems === 0 ? content : { ...content, items: standing, recalledItems };
}
