import type { Released, ReleasedItem } from '@mash/contracts';
import type { z } from 'zod';
import { releasersOf } from '../../../presenters/answers-by-words';
import { CallerContent, ContactContent } from '../../../sealing/contact-content';

/** A concern, and who told, after redaction: any field may be missing. A system may have sealed who told with the concern. */
export const ReleasedCaller = CallerContent.partial();
export type ReleasedCaller = z.infer<typeof ReleasedCaller>;
export const ReleasedConcern = ContactContent.partial().extend({ caller: ReleasedCaller.optional() });
export type ReleasedConcern = z.infer<typeof ReleasedConcern>;

/** What a release came to: the document, words why it is withheld, or nothing at all where it may not be known of. */
export type ReleasedDocument<Content> =
  | { readonly kind: 'shown'; readonly content: Content; readonly redacted: boolean }
  | { readonly kind: 'withheld'; readonly sentence: string; readonly releasers: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unreachable' };

function shownOr<Content>(item: ReleasedItem, schema: z.ZodType<Content>): ReleasedDocument<Content> {
  if (item.visibility === 'withheld')
    return { kind: 'withheld', sentence: item.reason.sentence, releasers: releasersOf(item) };
  const read = schema.safeParse(item.content);
  if (!read.success) return { kind: 'unreadable' };
  return { kind: 'shown', content: read.data, redacted: item.redactions.length > 0 };
}

/** The one document that was asked for, out of what `sharing` released. */
export function releasedDocument<Content>(released: Released, schema: z.ZodType<Content>): ReleasedDocument<Content> {
  const [item] = released.items;
  if (item !== undefined) return shownOr(item, schema);
  return released.refused.length > 0 ? { kind: 'unreadable' } : { kind: 'absent' };
}
