import type { HolderItem } from '@mash/contracts';
import type { HolderStatementContent, HolderStatementFacts } from '@mash/sealing';
import type { FieldError } from '../../../forms/field-error';
import type { FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import type { OpenedOwnItem } from '../own-items-page';

/** What an officer says of one item, read from the form: exactly what was chosen. */
export interface Said {
  readonly facts: HolderStatementFacts;
  readonly content: HolderStatementContent;
}
export type ReadSaid =
  { readonly said: Said; readonly errors?: undefined } | { readonly errors: readonly FieldError[] };

export interface FormGiven {
  readonly opened: OpenedOwnItem;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
}

/** One thing that a holder may say of an item unasked: its question, its form, and what follows. */
export interface SubjectForm {
  readonly code: string;
  /** The words of the link that leads there. */
  readonly link: (item: HolderItem) => string;
  readonly heading: (item: HolderItem) => string;
  /** What happens next: who reads what, who is told, what is only for the future. Said before anything is recorded. */
  readonly next: (opened: OpenedOwnItem, posted?: Posted) => readonly string[];
  /** What has to be known before the form is filled in, where there is such a thing. */
  readonly lead?: (opened: OpenedOwnItem) => string | undefined;
  readonly fields: (given: FormGiven) => readonly FieldView[];
  readonly read: (posted: Posted, opened: OpenedOwnItem, now: Date) => ReadSaid;
  readonly button: (item: HolderItem) => string;
  /** Words that are shown beside the original before they count. */
  readonly isCheckedFirst?: true;
}

const tooLong = (posted: Posted, field: string, most: number): FieldError[] =>
  posted.text(field).length > most ? [{ field, text: `Use ${most.toLocaleString('en-GB')} characters or fewer` }] : [];

/** A text that has to be there, and is not longer than it may be. */
export const textErrors = (posted: Posted, field: string, most: number, missing: string): FieldError[] =>
  posted.text(field) === '' ? [{ field, text: missing }] : tooLong(posted, field, most);

export const reasonErrors = (posted: Posted): FieldError[] =>
  textErrors(posted, 'reason', 4_000, 'Write why: it is sealed, and can be asked for later');
