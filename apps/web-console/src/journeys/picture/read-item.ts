import type { ReleasedItem } from '@mash/contracts';
import { Grading, When } from '@mash/sealing';
import { z } from 'zod';

/** An item of an answer as it was released: redacted or reworded, so that any part may be missing. */
const ReleasedContent = z.object({
  when: When.optional(),
  kind: z.enum(['fact', 'opinion']).optional(),
  text: z.string().optional(),
  sanitisedText: z.string().optional(),
  source: z.string().optional(),
  grading: Grading.optional(),
});

/** One thing that is known, as this viewer may read it. */
export interface KnownItem {
  readonly item: ReleasedItem;
  readonly content: z.infer<typeof ReleasedContent>;
}

/** A whole document, such as the concern: it has a place of its own on the page. */
const isDocument = ({ itemId, envelopeId }: ReleasedItem): boolean => itemId === envelopeId;

/** The items that are shown. One whose content cannot be read is not shown in part. */
export function knownItems(items: readonly ReleasedItem[]): KnownItem[] {
  return items.flatMap((item) => {
    if (item.visibility !== 'shown' || item.agencyId === undefined || isDocument(item)) return [];
    const content = ReleasedContent.safeParse(item.content);
    return content.success ? [{ item, content: content.data }] : [];
  });
}
