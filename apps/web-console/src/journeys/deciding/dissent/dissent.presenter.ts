import type { FieldError } from '../../../forms/field-error';
import { radios, textArea, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { enquiryPath } from '../../enquiry/shared';
import { GROUNDS, STAGES } from '../decision/dissent-words';

export interface DissentView {
  readonly fields: readonly FieldView[];
  readonly action: string;
}

export function dissentView(reference: string, posted: Posted | undefined, errors: readonly FieldError[]): DissentView {
  return {
    fields: [
      radios({
        name: 'ground',
        label: 'What is the difference about?',
        options: GROUNDS,
        value: posted?.text('ground'),
        errors,
      }),
      radios({ name: 'stage', label: 'Stage', options: STAGES, value: posted?.text('stage'), errors }),
      textArea({
        name: 'words',
        label: 'What should happen, and why?',
        hint: 'Sealed with the decision',
        rows: 6,
        maxlength: 4_000,
        value: posted?.text('words'),
        errors,
      }),
    ],
    action: enquiryPath(reference, '/decision/dissent'),
  };
}
