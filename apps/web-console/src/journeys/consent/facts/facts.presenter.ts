import { londonDate } from '@mash/clocks';
import type { PersonFacts, RosterPerson } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { dateField, radios, select, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import type { SummaryRow } from '../../../presenters/summary-row';
import { consentPath } from '../consent-path';
import { factRows, JUDGED_BY, judgedWords, SAID_BY } from './fact-words';
import { RECORDS } from './facts.form';

/** "Who may speak for them, and what do they want?" */
export interface FactsView {
  readonly heading: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
  readonly standing: readonly SummaryRow[];
  readonly history: readonly string[];
  readonly back: string;
}

export interface FactsGiven {
  readonly reference: string;
  readonly person: RosterPerson;
  readonly adults: readonly RosterPerson[];
  readonly facts: PersonFacts;
  readonly names: ReadonlyMap<string, string>;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

type Recorded = PersonFacts['recorded'][number];

const WHOSE =
  ' It may have been meant of another: somebody was linked to the wrong person then. Record it again if it is so of this one.';

function whatOf(
  { competence, objects, dispute, parentalResponsibilityProven: proven, parentId }: Recorded,
  names: FactsGiven['names'],
): string {
  const whose = parentId === undefined ? '' : ` of ${names.get(parentId) ?? 'somebody on this enquiry'}`;
  const parts = [
    competence === undefined ? undefined : `competent: ${competence.replace('_', ' ')}`,
    objects === undefined ? undefined : objects ? 'objects' : 'does not object',
    dispute === undefined ? undefined : dispute === 'open' ? 'parents in dispute' : 'parents not in dispute',
    proven === undefined ? undefined : `parental responsibility${whose} ${proven ? 'proven' : 'not proven'}`,
  ];
  const words = parts.filter((part) => part !== undefined).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function factsView(given: FactsGiven): FactsView {
  const { reference, person, adults, facts, names, posted, errors, now } = given;
  const value = (name: string): string => posted?.text(name) ?? '';
  return {
    heading: `Who may speak for ${person.displayName}, and what they want`,
    action: consentPath(reference, person.personId, '/facts'),
    fields: [
      radios({ name: 'record', label: 'What do you put on record?', options: RECORDS, value: value('record'), errors }),
      select({
        name: 'parent',
        label: 'Whose parental responsibility?',
        hint: 'Only for parental responsibility',
        options: adults.map(({ personId, displayName }) => ({ value: personId, text: displayName })),
        value: value('parent'),
        errors,
      }),
      select({ name: 'saidBy', label: 'Whose word is it?', options: SAID_BY, value: value('saidBy'), errors }),
      select({
        name: 'judgedBy',
        label: 'What sort of professional judged it?',
        hint: 'Leave it where no professional did',
        options: JUDGED_BY,
        value: value('judgedBy'),
        errors,
      }),
      dateField({
        name: 'judged',
        label: 'When was it judged, said or seen?',
        hint: 'A judgement of competence counts for six months',
        value: { day: value('judged-day'), month: value('judged-month'), year: value('judged-year') },
        errors,
      }),
    ],
    standing: factRows(facts, names, now),
    history: facts.recorded.map(
      (one) =>
        `${whatOf(one, names)} (the word of ${(SAID_BY.find(({ value: code }) => code === one.saidBy)?.text ?? one.saidBy).toLowerCase()}). ${judgedWords(one.judgedAt, now)}. Written down ${londonDate(new Date(one.recordedAt))}.${one.mayBeOfAnother === true ? WHOSE : ''}`,
    ),
    back: consentPath(reference, person.personId),
  };
}
