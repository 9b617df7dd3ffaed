import type { RatingProposal } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { radios, select, textField, type FieldView, type Option } from '../../forms/field-view';
import type { Posted } from '../../forms/posted';
import { factField, NOT_KNOWN } from './facts.form';

type Input = RatingProposal['inputs'][number];

const UNKNOWN: Option = { value: NOT_KNOWN, text: 'Not known' };
const YES_NO: readonly Option[] = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, UNKNOWN];
const MOST_RADIOS = 5;

function knownText({ known, type }: Input): string {
  if (known === undefined) return '';
  if (type === 'boolean') return known === true ? 'yes' : 'no';
  return String(known);
}

/** What the record already says is filled in, and says where it comes from. Facts are facts: they are not the rater's judgement. */
function factFieldView(input: Input, posted: Posted | undefined, errors: readonly FieldError[]): FieldView {
  const { id, label, type, options = [], known } = input;
  const sent = posted?.text(factField(id));
  const value = sent ?? knownText(input);
  const hint = known === undefined ? undefined : 'Filled in from the record';
  const asked = { name: factField(id), label, hint, errors };
  if (type === 'number')
    return textField({
      ...asked,
      value: value === NOT_KNOWN ? 'not known' : value,
      classes: 'govuk-input--width-5',
      maxlength: 9,
    });
  const choices =
    type === 'boolean' ? YES_NO : [...options.map(({ value: one, label: text }) => ({ value: one, text })), UNKNOWN];
  if (choices.length > MOST_RADIOS) return select({ ...asked, options: choices, value });
  return radios({ ...asked, options: choices, value, inline: true });
}

export const factFields = (
  inputs: readonly Input[],
  posted: Posted | undefined,
  errors: readonly FieldError[],
): FieldView[] => inputs.map((input) => factFieldView(input, posted, errors));
