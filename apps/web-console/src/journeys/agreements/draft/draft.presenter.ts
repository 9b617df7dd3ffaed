import type { FieldError } from '../../../forms/field-error';
import { textArea, type FieldView } from '../../../forms/field-view';

export interface DraftView {
  readonly heading: string;
  readonly field: FieldView;
  readonly action: string;
}

const ROWS = 30;

export const draftView = (text: string, errors: readonly FieldError[]): DraftView => ({
  heading: errors.length === 0 ? 'Draft a version' : 'This draft cannot be saved yet',
  field: textArea({
    ...{ name: 'text', label: 'The agreement', value: text, rows: ROWS, errors },
    hint: 'Write here, or paste a file: ours (YAML or JSON), or a MAIS sharing policy or request. A draft replaces the draft of the same agreement; nobody else reads it before you send it out.',
  }),
  action: '/agreements/manage/draft',
});
