import type { AuthoriseDetriment } from '@mash/contracts';
import { z } from 'zod';
import type { FieldError } from '../../../forms/field-error';
import { radios, textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';

export interface Candidates {
  readonly agencyId: string;
  readonly people: readonly { readonly accountId: string; readonly name: string }[];
}

export interface AddAuthorView {
  readonly heading: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
}

const OTHER = 'other';

export function addAuthorFields(
  { agencyId, people }: Candidates,
  posted: Posted | undefined,
  errors: readonly FieldError[],
): AddAuthorView {
  return {
    heading: `Who may record for ${agencyWords(agencyId)} that telling would harm a child?`,
    action: `/detriment-authors/${agencyId}`,
    fields: [
      radios({
        ...{ name: 'who', label: 'Who?', value: posted?.text('who'), errors },
        options: [
          ...people.map(({ accountId, name }) => ({ value: accountId, text: name })),
          { value: OTHER, text: 'Somebody else', hint: 'Who answers for no desk of your agency yet' },
        ],
      }),
      textField({
        ...{ name: 'name', label: 'Their name', hint: 'Only for somebody else', maxlength: 120, errors },
        value: posted?.text('name'),
      }),
      textField({
        ...{ name: 'account', label: 'Their account number', maxlength: 36, errors },
        hint: 'Only for somebody else. As the sign-in service shows it',
        value: posted?.text('account'),
      }),
    ],
  };
}

/** Somebody whom the register names, or anybody by name and account. */
export function readAuthor(
  posted: Posted,
  { agencyId, people }: Candidates,
): { author?: AuthoriseDetriment; errors: FieldError[] } {
  const chosen = people.find(({ accountId }) => accountId === posted.text('who'));
  if (chosen !== undefined) return { author: { agencyId, ...chosen }, errors: [] };
  if (posted.text('who') !== OTHER) return { errors: [{ field: 'who', text: 'Choose who may record it' }] };
  const [name, accountId] = [posted.text('name'), posted.text('account')];
  const errors = [
    ...(name === '' ? [{ field: 'name', text: 'Enter the name, as colleagues know it' }] : []),
    ...(name.length > 120 ? [{ field: 'name', text: 'Use 120 characters or fewer' }] : []),
    ...(z.uuid().safeParse(accountId).success
      ? []
      : [{ field: 'account', text: 'Enter the account number as the sign-in service shows it, 36 characters' }]),
  ];
  return errors.length > 0 ? { errors } : { author: { agencyId, accountId, name }, errors };
}
