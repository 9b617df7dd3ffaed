import { GlassReason } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { pathOfReference } from '../../../layout/path-of-reference';

const MOST = 2000;

export interface GlassTyped {
  readonly reference: string;
  readonly reason: GlassReason;
  readonly words: string;
}

/** `e 7k2q4x9` is `E-7K2Q4X9`; undefined where it is no reference of an enquiry. */
export function enquiryReferenceOf(typed: unknown): string | undefined {
  const [, kind, reference] = (pathOfReference(typed) ?? '').split('/');
  return kind === 'enquiries' ? reference : undefined;
}

function wordsError(words: string | undefined): FieldError[] {
  if (words === undefined) return [{ field: 'words', text: 'Write why you have to see it now' }];
  return words.length > MOST ? [{ field: 'words', text: 'Use 2,000 characters or fewer' }] : [];
}

/** Everything is asked for before anybody looks whether there is such an enquiry. */
export function readGlass(posted: Posted): { typed?: GlassTyped; errors: FieldError[] } {
  const reference = enquiryReferenceOf(posted.text('reference'));
  const reason = posted.choice('reason', GlassReason.options);
  const words = posted.optional('words');
  const errors: FieldError[] = [
    ...(reference === undefined
      ? [{ field: 'reference', text: 'Enter the reference of an enquiry, such as E-7K2Q4X9' }]
      : []),
    ...(reason === undefined ? [{ field: 'reason', text: 'Choose why' }] : []),
    ...wordsError(words),
    ...(posted.text('told') === 'yes'
      ? []
      : [{ field: 'told', text: 'Tick that you know that information governance is told' }]),
  ];
  if (reference === undefined || reason === undefined || words === undefined || errors.length > 0) return { errors };
  return { typed: { reference, reason, words }, errors };
}
