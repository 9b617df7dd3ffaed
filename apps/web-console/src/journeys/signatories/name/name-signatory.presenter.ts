import type { Signatory } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { dateField, radios, textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { signatoryPath } from '../list/signatories.presenter';
import { lastDayOf } from '../last-day';
import { markOfRead } from './name-signatory.form';

export interface NameSignatoryView {
  readonly heading: string;
  readonly action: string;
  /** What the page shows, by which another entry is not written over unseen. */
  readonly read: string;
  readonly fields: readonly FieldView[];
  readonly button: string;
}

const partsOf = (isoDay: string | undefined) => {
  const [year = '', month = '', day = ''] = isoDay?.split('-') ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
};

/** @param entry whose entry is changed; without one somebody is named anew */
export function nameSignatoryView(
  { agencyId, body, entry }: { agencyId: string; body: string; entry: Signatory | undefined },
  posted: Posted | undefined,
  errors: readonly FieldError[],
): NameSignatoryView {
  const last = partsOf(entry && lastDayOf(entry));
  const value = (name: string, kept: string | undefined) => posted?.text(name) ?? kept;
  const account = textField({
    name: 'account',
    label: 'Account number',
    hint: 'As the sign-in service shows it. It is not checked here: the list says where nobody has signed in with it yet',
    value: value('account', undefined),
    maxlength: 36,
    errors,
  });
  return {
    heading: entry === undefined ? `Who signs for ${body}?` : `What may ${entry.name} do for ${body}?`,
    action: signatoryPath(agencyId, entry?.accountId),
    read: markOfRead({ entry }),
    button: entry === undefined ? 'Name them' : 'Keep this',
    fields: [
      ...(entry === undefined ? [account] : []),
      textField({ name: 'name', label: 'Name', value: value('name', entry?.name), maxlength: 120, errors }),
      textField({ name: 'post', label: 'Post', value: value('post', entry?.jobTitle), maxlength: 120, errors }),
      radios({
        name: 'approves',
        label: `May they approve agreements for ${body}?`,
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No', hint: 'They are named where they draft or put in force, and approve nothing' },
        ],
        value: value('approves', entry && (entry.approves ? 'yes' : 'no')),
        errors,
      }),
      dateField({
        name: 'last',
        label: 'Last day, where they leave',
        hint: 'For example, 27 3 2027. Leave empty where there is none. What they approved until then stays',
        value: {
          day: value('last-day', last.day) ?? '',
          month: value('last-month', last.month) ?? '',
          year: value('last-year', last.year) ?? '',
        },
        errors,
      }),
    ],
  };
}
