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
  /** None where the enquiry was erased: there is no key for them. */
  readonly words?: string;
  readonly reference?: string;
  readonly hoursAgo?: number;
}

const TAKES_TIME: readonly BreachSays[] = ['ico_told', 'people_told'];
/** Nothing is left of these without words. */
const IS_WORDS_ALONE: readonly BreachSays[] = ['what_happened', 'consequences', 'measures'];
const NEED_NOT: readonly BreachSays[] = ['ico_need_not', 'people_need_not'];
const isSettled = (answered: string) => answered === 'told' || answered === 'need_not';

/** What may still be said: a record closes once both questions are settled. */
const optionsFor = ({ ico, tellPeople, erased }: BreachRecord): Option<BreachSays>[] =>
  BreachSays.options
    .filter((says) => says !== 'closed' || (isSettled(ico) && isSettled(tellPeople)))
    .filter((says) => erased !== true || !IS_WORDS_ALONE.includes(says))
    .map((value) => ({ value, text: BREACH_SAYS_WORDS[value] }));

const REFERENCE = {
  label: 'The Commissioner’s reference',
  hint: 'Only where they were told, such as IC-2026-4711',
};
const REFERENCE_AFTER_ERASURE = {
  label: 'Reference',
  hint: 'Where the Commissioner was told: theirs, such as IC-2026-4711. Where somebody need not be told: of where you keep the reason, such as DPO-2026-17',
};

const wordsField = (posted: Posted | undefined, errors: readonly FieldError[]): FieldView =>
  textArea({
    ...{ name: 'words', label: 'In your words, with the reason', rows: 4, maxlength: 2000 },
    hint: 'It is sealed, and cannot be changed afterwards. Where the Commissioner is told late: why it took longer',
    ...{ value: posted?.text('words'), errors },
  });

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
    ...(record.erased === true ? [] : [wordsField(posted, errors)]),
    textField({
      ...{ name: 'icoReference', classes: 'govuk-input--width-20', maxlength: 40 },
      ...(record.erased === true ? REFERENCE_AFTER_ERASURE : REFERENCE),
      ...{ value: posted?.text('icoReference'), errors },
    }),
    textField({
      ...{ name: 'hours', label: 'How many hours ago were they told?', classes: 'govuk-input--width-4', maxlength: 4 },
      ...{ inputmode: 'numeric' as const, hint: 'Only where somebody was told. 0 is now' },
      ...{ value: posted?.text('hours'), errors },
    }),
  ];
}

/** The Commissioner's, where they were told; of what is said without words, of where the reason is kept. */
function readReference(
  posted: Posted,
  says: BreachSays | undefined,
  isErased: boolean,
): { reference?: string; errors: FieldError[] } {
  if (says === 'ico_told') return readPlainReference(posted, 'icoReference', 'the reference of the Commissioner');
  if (!isErased || says === undefined || !NEED_NOT.includes(says)) return { errors: [] };
  return readPlainReference(posted, 'icoReference', 'the reference of where you keep the reason');
}

export function readStated(posted: Posted, record: BreachRecord): { stated?: BreachStated; errors: FieldError[] } {
  const says = posted.choice(
    'says',
    optionsFor(record).map(({ value }) => value),
  );
  const isErased = record.erased === true;
  const words = isErased ? undefined : posted.optional('words');
  const named = readReference(posted, says, isErased);
  const hours = posted.text('hours');
  const takesTime = says !== undefined && TAKES_TIME.includes(says);
  const isHours = /^\d{1,4}$/.test(hours);
  const errors = [
    ...(says === undefined ? [{ field: 'says', text: 'Choose what you add' }] : []),
    ...(words === undefined && !isErased ? [{ field: 'words', text: 'Write it in your words' }] : []),
    ...named.errors,
    ...(takesTime && !isHours ? [{ field: 'hours', text: 'Enter how many hours ago they were told, such as 2' }] : []),
  ];
  if (says === undefined || errors.length > 0) return { errors };
  const { reference } = named;
  return {
    stated: {
      says,
      ...(words !== undefined && { words }),
      ...(reference !== undefined && { reference }),
      ...(takesTime && { hoursAgo: Number(hours) }),
    },
    errors: [],
  };
}
