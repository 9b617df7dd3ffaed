import type { Agencies, ConsentPreview } from '@mash/contracts';
import { CATEGORIES } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import { consentPath } from '../consent-path';
import { EFFECTS, KINDS, STATES } from '../shared/consent-words';
import { notAskedFields, onlyFields, saidFields, shownByFields } from './change.fields';
import type { ChangeContext, StatedChange } from './change.form';

/** "Record a change": what was said. */
export interface ChangeView {
  readonly heading: string;
  readonly asks: string;
  readonly action: string;
  readonly statementId: string;
  readonly fields: readonly FieldView[];
  readonly notAsked: readonly FieldView[];
  readonly only: { readonly fields: readonly FieldView[]; readonly open: boolean };
  readonly back: string;
}

/** "What it recalls", before it is recorded. */
export interface CheckView {
  readonly heading: string;
  readonly action: string;
  readonly before: string;
  readonly after: string;
  readonly lines: readonly {
    readonly who: string;
    readonly what: string;
    readonly effect: string;
    readonly why: string;
  }[];
  /** How many went to agencies that are not named to the reader: what becomes of them is not said. */
  readonly more: string | undefined;
  readonly told: readonly string[];
  /** What was typed, carried to the next press. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  readonly back: string;
}

export interface ChangeGiven extends Omit<ChangeContext, 'agencyIds'> {
  readonly reference: string;
  readonly agencies: Agencies['agencies'];
  readonly statementId: string;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
}

export const kindPath = (kind: ChangeContext['kind']): string => kind.replace('_', '-');

const actionOf = ({ reference, person, kind }: ChangeGiven): string =>
  consentPath(reference, person.personId, `/change/${kindPath(kind)}`);

export function changeView(given: ChangeGiven): ChangeView {
  const { kind, person, statementId } = given;
  return {
    heading: `${person.displayName}, ${KINDS[kind].title.toLowerCase()}: what was said?`,
    asks: KINDS[kind].asks,
    action: actionOf(given),
    statementId,
    fields: [...saidFields(given), ...shownByFields(given)],
    notAsked: notAskedFields(given),
    only: onlyFields(given),
    back: consentPath(given.reference, person.personId),
  };
}

const CARRIED = [
  ...['state', 'said-day', 'said-month', 'said-year', 'speaker', 'part', 'how', 'told', 'evidence'],
  ...['evidenceReference', 'ground', 'groundWords'],
] as const;

export function checkView(given: ChangeGiven & { change: StatedChange; preview: ConsentPreview }): CheckView {
  const { preview, posted, change, statementId, person, kind } = given;
  const carried = CARRIED.map((name) => ({ name, value: posted?.text(name) ?? '' }));
  const changed = preview.lines.filter(({ effect }) => effect !== 'stays');
  const { notNamed } = preview;
  const stopped = preview.lines.filter(({ effect }) => effect === 'recalled' || effect === 'held').length;
  return {
    heading: headingOf(stopped, notNamed),
    action: actionOf(given),
    before: `${KINDS[kind].title}: ${STATES[preview.before.state].toLowerCase()}`,
    after: `${KINDS[kind].title}: ${STATES[preview.after.state].toLowerCase()}${preview.after.dispute ? ', in dispute' : ''}`,
    lines: changed.map((line) => ({
      who: agencyWords(line.agencyId),
      what: CATEGORIES[line.category].label,
      effect: EFFECTS[line.effect],
      why: line.reasons.map(({ sentence }) => sentence).join(' '),
    })),
    more: moreNotNamed(notNamed),
    told: preview.told.map(agencyWords),
    carried: [
      { name: 'statementId', value: statementId },
      { name: 'saidAt', value: change.said.statedAt },
      ...carried,
      ...change.said.bodies.map((value) => ({ name: 'bodies', value })),
      ...(change.said.purposes ?? []).map((value) => ({ name: 'purposes', value })),
    ],
    back: consentPath(given.reference, person.personId),
  };
}

function headingOf(stopped: number, notNamed: number): string {
  if (stopped > 0) return `This stops ${stopped === 1 ? '1 question' : `${stopped} questions`} to agencies`;
  return notNamed === 0 ? 'This recalls nothing' : 'This recalls nothing that is named to you';
}

function moreNotNamed(count: number): string | undefined {
  if (count === 0) return undefined;
  const who =
    count === 1
      ? '1 question went to an agency that is not named to you and may change'
      : `${count} questions went to agencies that are not named to you and may change`;
  return `${who}: ${count === 1 ? 'it is' : 'they are'} decided again once this is recorded, and whoever holds something that rested on consent is told.`;
}
