import type { ReturnCase } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';

type ReasonCode = ReturnCase['reasonCode'];

export const RETURN_REASONS: readonly { readonly value: ReasonCode; readonly text: string }[] = [
  { value: 'threshold_not_met', text: 'It does not reach our threshold' },
  { value: 'already_open', text: 'We have this family already' },
  { value: 'wrong_team', text: 'It belongs to another team' },
  { value: 'more_information', text: 'We need to know more first' },
  { value: 'other_area', text: 'They live in another area' },
];

export interface Return {
  readonly reasonCode: ReasonCode;
  /** Sealed before it leaves the console. */
  readonly words: string;
}

/** A return says why, in a code for counting and in words for the hub. */
export function readReturn(posted: Posted): { given?: Return; errors: readonly FieldError[] } {
  const reasonCode = posted.choice(
    'reasonCode',
    RETURN_REASONS.map(({ value }) => value),
  );
  const words = posted.text('words');
  const errors = [
    ...(reasonCode === undefined ? [{ field: 'reasonCode', text: 'Choose why you return it' }] : []),
    ...(words === '' ? [{ field: 'words', text: 'Tell the hub why, in your own words' }] : []),
    ...(words.length > 4_000 ? [{ field: 'words', text: 'Your words must be 4,000 characters or fewer' }] : []),
  ];
  return reasonCode === undefined || errors.length > 0 ? { errors } : { given: { reasonCode, words }, errors };
}
