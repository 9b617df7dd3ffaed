import type { EnquiryAccess } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { checkboxes, radios, select, textArea, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';
import { enquiryPath } from '../../enquiry/shared';
import { conflictChoices, namedChoices, staffChoices, whoIs } from './access-choices';

export interface AccessView {
  readonly heading: string;
  /** Who is named or in conflict now, by whom, since when. */
  readonly standing: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly action: string;
  readonly version: number;
  readonly fields: readonly FieldView[];
}

export interface AccessGiven {
  readonly reference: string;
  readonly access: EnquiryAccess;
  readonly readerId: string;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function standingOf({ access, readerId, now }: AccessGiven): AccessView['standing'] {
  const { restricted, named, conflicts } = access;
  const who = (accountId: string): string => (accountId === readerId ? 'you' : whoIs(access, accountId));
  const line = ({ accountId, by, at }: EnquiryAccess['named'][number]): string =>
    capital(`${who(accountId)} (since ${momentWords(new Date(at), now)}, by ${who(by)})`);
  return [
    ...(restricted ? [{ title: 'Named', lines: named.map(line) }] : []),
    ...(conflicts.length > 0 ? [{ title: 'In conflict', lines: conflicts.map(line) }] : []),
  ];
}

function fieldsOf({ access, readerId, posted, errors }: AccessGiven): FieldView[] {
  const [names, inConflict] = [namedChoices(access, readerId), conflictChoices(access)];
  const ticked = (name: string, options: readonly { value: string }[], now: readonly { accountId: string }[]) =>
    posted === undefined
      ? now.map(({ accountId }) => accountId)
      : posted.choices(
          name,
          options.map(({ value }) => value),
        );
  return [
    radios({
      name: 'restricted',
      label: 'Who may open it in the hub?',
      options: [
        { value: 'no', text: 'Everybody of the hub' },
        { value: 'yes', text: 'Only those who are named' },
      ],
      value: posted?.text('restricted') ?? (access.restricted ? 'yes' : 'no'),
      errors,
    }),
    checkboxes({
      name: 'named',
      label: 'Who is named?',
      hint: 'Counts while it is restricted. You are named anyhow. Name a manager on every shift. Whoever has never signed in is not listed',
      options: names,
      values: ticked('named', names, access.named),
      columns: true,
      errors,
    }),
    ...(inConflict.length === 0
      ? []
      : [
          checkboxes({
            name: 'conflicts',
            label: 'Who stays kept out for a conflict of interest?',
            hint: 'Untick somebody to let them in again',
            options: inConflict,
            values: ticked('conflicts', inConflict, access.conflicts),
            errors,
          }),
        ]),
    select({
      name: 'conflict',
      label: 'Who else has a conflict of interest?',
      hint: 'Somebody who knows the family, in the hub or in an agency. Leave it where there is nobody. Your own is stated by another manager',
      options: staffChoices(access, readerId),
      value: posted?.text('conflict'),
      errors,
    }),
    textArea({
      name: 'reason',
      label: 'Why?',
      hint: 'It is sealed. The people you name or keep out are not told why',
      value: posted?.text('reason'),
      rows: 3,
      maxlength: 2000,
      errors,
    }),
  ];
}

export function accessView(given: AccessGiven): AccessView {
  const { reference, access } = given;
  return {
    heading: access.restricted ? 'Only named people of the hub see this enquiry' : 'The whole hub sees this enquiry',
    standing: standingOf(given),
    action: enquiryPath(reference, '/access'),
    version: access.version,
    fields: fieldsOf(given),
  };
}
