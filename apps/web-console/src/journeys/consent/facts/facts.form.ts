import { RecordPersonFacts } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Option } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { readDate } from '../../../forms/read-date';

export const RECORDS = [
  { value: 'competent', text: 'They are competent to decide this (Gillick)' },
  { value: 'not-competent', text: 'They are not competent to decide this' },
  { value: 'objects', text: 'They object to their information being shared' },
  { value: 'no-objection', text: 'They do not object any more' },
  { value: 'dispute', text: 'Their parents openly disagree about sharing' },
  { value: 'no-dispute', text: 'Their parents do not disagree any more' },
  { value: 'proven', text: 'Parental responsibility is proven' },
  { value: 'not-proven', text: 'Parental responsibility turned out not to be proven' },
] as const satisfies readonly Option[];

const FACTS: Readonly<Record<(typeof RECORDS)[number]['value'], Partial<RecordPersonFacts>>> = {
  competent: { competence: 'yes' },
  'not-competent': { competence: 'no' },
  objects: { objects: true },
  'no-objection': { objects: false },
  dispute: { dispute: 'open' },
  'no-dispute': { dispute: 'none' },
  proven: { parentalResponsibilityProven: true },
  'not-proven': { parentalResponsibilityProven: false },
};

const { saidBy: SaidBy, judgedBy: JudgedBy } = RecordPersonFacts.shape;

/** One thing put on record of one person: what, whose word it is, who judged it and when. */
export function readFacts(
  posted: Posted,
  { adultIds, now }: { adultIds: readonly string[]; now: Date },
): { facts?: RecordPersonFacts; errors: readonly FieldError[] } {
  const record = posted.choice(
    'record',
    RECORDS.map(({ value }) => value),
  );
  const saidBy = SaidBy.safeParse(posted.text('saidBy')).data;
  const judgedBy = JudgedBy.safeParse(posted.optional('judgedBy')).data;
  const { date, errors: dateErrors = [] } = readDate(posted, 'judged');
  const parentId = posted.choice('parent', adultIds);
  const isOfParent = record === 'proven' || record === 'not-proven';
  const isLater = date !== undefined && Date.parse(`${date}T00:00:00Z`) > now.getTime();
  const errors: FieldError[] = [
    ...(record === undefined ? [{ field: 'record', text: 'Choose what you put on record' }] : []),
    ...(isOfParent && parentId === undefined
      ? [{ field: 'parent', text: 'Choose whose parental responsibility it is' }]
      : []),
    ...(saidBy === undefined ? [{ field: 'saidBy', text: 'Choose whose word it is' }] : []),
    ...dateErrors,
    ...(date === undefined && dateErrors.length === 0
      ? [{ field: 'judged-day', text: 'Enter the day on which it was judged, said or seen' }]
      : []),
    ...(isLater ? [{ field: 'judged-day', text: 'The day must be today or in the past' }] : []),
  ];
  if (errors.length > 0 || record === undefined || saidBy === undefined || date === undefined) return { errors };
  const noon = new Date(`${date}T12:00:00.000Z`);
  const judgedAt = (noon > now ? now : noon).toISOString();
  return {
    facts: {
      ...FACTS[record],
      saidBy,
      judgedAt,
      ...(judgedBy && { judgedBy }),
      ...(isOfParent && parentId && { parentId }),
    },
    errors,
  };
}
