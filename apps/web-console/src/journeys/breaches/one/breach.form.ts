import { BreachSays, type BreachRecord } from '@mash/contracts';
import { textArea, textField, radios, type FieldView, type Option } from '../../../forms/field-view';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { readPlainReference } from '../../governance/shared/plain-reference';

export const BREACH_SAYS_WORDS: Readonly<Record<BreachSays, string>> = {
  what_happened: 'What happened',
  consequences: 'Likely consequences',
  measures: 'What was done, or will be',
  ico_will_tell: 'The Commissioner will be told',
  ico_told: 'The Commissioner was told',
  ico_need_not: 'The Commissioner need not be told: no risk is likely',
  people_will_tell: 'The people will be told: the risk to them is high',
  people_told: 'The people were told',
  people_need_not: 'The people need not be told',
  closed: 'Close this record',
};

export interface BreachStated {
  readonly says: BreachSays;
  readonly words: string;
  readonly reference?: string;
  readonly hoursAgo?: number;
}

const TAKES_TIME: readonly BreachSays[] = ['ico_told', 'people_told'];
const isSettled = (answered: string) => answered === 'told' || answered === 'need_not';

/** What may still be said: a record closes once both questions are settled. */
const optionsFor = ({ ico, tellPeople }: BreachRecord): Option<BreachSays>[] =>
  BreachSays.options
    .filter((says) => says !== 'closed' || (isSettled(ico) && isSettled(tellPeople)))
    .map((value) => ({ value, text: BREACH_SAYS_WORDS[value] }));

export function breachFields(
  record: BreachRecord,
  posted: Posted | undefined,
  errors: readonly FieldError[],
): FieldView[] {
  return [
    radios({
      name: 'says',
      label: 'Add to the record',
      options: optionsFor(record),
      value: posted?.text('says'),
      errors,
    }),
    textArea({
      ...{ name: 'words', label: 'In your words, with the reason', rows: 4, maxlength: 2000 },
      hint: 'It is sealed, and cannot be changed afterwards. Where the Commissioner is told late: why it took longer',
      ...{ value: posted?.text('words'), errors },
    }),
    textField({
      ...{
        name: 'icoReference',
        label: 'The Commissioner’s reference',
        classes: 'govuk-input--width-20',
        maxlength: 40,
      },
      hint: 'Only where they were told, such as IC-2026-4711',
      ...{ value: posted?.text('icoReference'), errors },
    }),
    textField({
      ...{ name: 'hours', label: 'How many hours ago were they told?', classes: 'govuk-input--width-4', maxlength: 4 },
      ...{ inputmode: 'numeric' as const, hint: 'Only where somebody was told. 0 is now' },
      ...{ value: posted?.text('hours'), errors },
    }),
  ];
}

export function readStated(posted: Posted, record: BreachRecord): { stated?: BreachStated; errors: FieldError[] } {
  const says = posted.choice(
    'says',
    optionsFor(record).map(({ value }) => value),
  );
  const words = posted.optional('words');
  const isIcoTold = says === 'ico_told';
  const named = isIcoTold
    ? readPlainReference(posted, 'icoReference', 'the reference of the Commissioner')
    : { errors: [] };
  const hours = posted.text('hours');
  const takesTime = says !== undefined && TAKES_TIME.includes(says);
  const isHours = /^\d{1,4}$/.test(hours);
  const errors = [
    ...(says === undefined ? [{ field: 'says', text: 'Choose what you add' }] : []),
    ...(words === undefined ? [{ field: 'words', text: 'Write it in your words' }] : []),
    ...named.errors,
    ...(takesTime && !isHours ? [{ field: 'hours', text: 'Enter how many hours ago they were told, such as 2' }] : []),
  ];
  if (says === undefined || words === undefined || errors.length > 0) return { errors };
  const { reference } = named as { reference?: string };
  return {
    stated: {
      says,
      words,
      ...(reference !== undefined && { reference }),
      ...(takesTime && { hoursAgo: Number(hours) }),
    },
    errors: [],
  };
}
