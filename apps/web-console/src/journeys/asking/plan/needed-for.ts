import { OUTSIDE_THE_WORRY, type NeedSaid, type PersonRelation } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Option } from '../../../forms/field-view';
import { ISSUES, wordsOf } from '../../make-a-contact/draft/code-lists';

/** What the concern names, as codes of the pack, and whom the worry is not about. */
export interface Worries {
  readonly issues: readonly string[];
  readonly outside: ReadonlySet<string>;
}

const [ANOTHER, NONE] = ['another', 'none'] as const;

/** Of somebody who neither lives with the child nor cares for it, the sender says which worry makes them necessary (rule row R-NEC-01). */
export const worriesOf = (enquiry: {
  readonly presentingIssues: readonly string[];
  readonly people: readonly { readonly personId: string; readonly relation: PersonRelation }[];
}): Worries => ({
  issues: enquiry.presentingIssues,
  outside: new Set(
    enquiry.people.filter(({ relation }) => OUTSIDE_THE_WORRY.includes(relation)).map(({ personId }) => personId),
  ),
});

export const worryOptions = ({ issues }: Worries): Option[] => [
  ...issues.map((value) => ({ value, text: wordsOf(ISSUES, value) ?? value })),
  { value: ANOTHER, text: 'Another worry, which the concern does not name: a manager looks first' },
  { value: NONE, text: 'None: it is not needed' },
];

/** What is said with a line for one of the answers, or for none. Of those whom the worry is about the reason of the plan stands. */
export function needSaid(answer: string, personId: string, { issues, outside }: Worries): NeedSaid {
  if (answer === NONE) return { need: 'no' };
  if (answer === ANOTHER) return { need: 'yes' };
  if (issues.includes(answer)) return { need: 'yes', worry: answer };
  return outside.has(personId) ? {} : { need: 'yes' };
}

export const unsaidNeed = (answer: string, personId: string | undefined, { outside }: Worries): FieldError[] =>
  answer === '' && personId !== undefined && outside.has(personId)
    ? [{ field: 'add-worry', text: 'Say which worry makes it necessary to ask about this person' }]
    : [];
