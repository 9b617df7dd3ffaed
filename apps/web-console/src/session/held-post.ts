import { z } from 'zod';
import type { FieldError } from '../forms/field-error';
import { ONCE_FIELD } from '../forms/once-id';
import { safeReturnTo } from './return-to';
import type { ConsoleRequest } from './console-request';

/** What somebody sent from a page whose session had ended. */
export const HeldPost = z.object({
  page: z.string().describe('Where it was typed'),
  path: z.string().describe('Where it was sent'),
  owner: z.string(),
  fields: z.record(z.string(), z.unknown()),
  sentAt: z.iso.datetime(),
});
export type HeldPost = z.infer<typeof HeldPost>;

/** The same, as whoever wrote it has it back. */
export interface OwnPost extends HeldPost {
  /** What stood on the button, where it said so itself and this console made it. */
  readonly button?: string | undefined;
}

/** The hidden fields by which a form says whose it is, and on which page it was. */
export const [OWNER_FIELD, PAGE_FIELD] = ['_owner', '_page'] as const;
/** Beside what was held: when it was sent first. A draft that was kept since is newer. */
export const SENT_AT_FIELD = '_sentAt';
/** The hidden field by which a form says what was held for it: that waits no longer once this is taken in. */
export const HELD_FIELD = '_held';
/** The button that was pressed, in its own words and with their proof, where nothing is typed by which to know the form again. */
export const PRESSED_FIELD = '_pressed';

/** The text of one field of what was posted. */
export const textOf = ({ body }: ConsoleRequest, name: string): string | undefined => {
  const value = ((body ?? {}) as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
};

/** The page of the form that was sent: where it was sent to, where the form does not say. */
export const pageOf = (request: ConsoleRequest): string => safeReturnTo(textOf(request, PAGE_FIELD) ?? request.path);

/** `act` tells the forms of one address apart. */
export const isSameForm = (one: Pick<HeldPost, 'path' | 'fields'>, other: Pick<HeldPost, 'path' | 'fields'>): boolean =>
  one.path === other.path && one.fields['act'] === other.fields['act'];

/** Pressed again: from the same page as before ("Back" leads there), or from the one that gave it back. */
export function isPressedAgain(earlier: HeldPost & { readonly id: string }, post: HeldPost): boolean {
  if (earlier.owner !== post.owner || !isSameForm(earlier, post)) return false;
  const once = post.fields[ONCE_FIELD];
  return post.fields[HELD_FIELD] === earlier.id || (once !== undefined && once === earlier.fields[ONCE_FIELD]);
}

/** When it was sent first, where it was held since. */
export function sentAtOf(fields: Readonly<Record<string, unknown>>): Date | undefined {
  const said = z.iso.datetime().safeParse(fields[SENT_AT_FIELD]).data;
  return said === undefined ? undefined : new Date(said);
}

/** A draft that was kept since is newer than what was held: the older words do not take its place. */
export function isOlderThanDraft(fields: Readonly<Record<string, unknown>>, savedAt: Date | undefined): boolean {
  const sentAt = sentAtOf(fields);
  return sentAt !== undefined && savedAt !== undefined && sentAt < savedAt;
}

/** The whole page is meant, and no field of it is wrong: it leads to the older words, which stand at its end. */
export const OLDER_THAN_DRAFT: FieldError = {
  field: 'older-words',
  text: 'You have saved a newer draft since you wrote that: it is shown here. The older words were not taken in: they stand below it',
};
