import {
  CATEGORIES,
  tasksOfPurpose,
  type AskPreview,
  type Purpose,
  type Roster,
  type SharingOutcome,
} from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { select, textArea, tickBox, type FieldView } from '../../../forms/field-view';
import { permittedBasis, type BasisView } from '../../../presenters/basis-view';
import { PURPOSE_WORDS } from '../words/purpose-words';
import { TASK_WORDS } from '../words/task-words';
import { keyOf, valueOfAdded, type AskLine } from './ask-line';
import { worryOptions, type Worries } from './needed-for';
import { NO_TASK } from './purpose.form';

export interface PlanGiven {
  readonly lines: readonly AskLine[];
  readonly preview: AskPreview['lines'];
  /** How many statements about consent the preview rests on: what is sent says so. */
  readonly consentVersion?: number | undefined;
  readonly ticked: ReadonlySet<string> | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly roster: Roster | undefined;
  readonly agencies: ReadonlyMap<string, string>;
  /** Those of them that are neighbouring councils; without one, nobody is asked whether somebody lives there. */
  readonly neighbours?: ReadonlySet<string>;
  readonly worries: Worries;
  readonly purpose: Purpose;
  /** What else it can be asked for. */
  readonly purposes: readonly Purpose[];
  /** The work that the threshold opens. */
  readonly work: Purpose;
  readonly purposeText: string;
  /** As it was chosen; the purpose's own where nobody has. */
  readonly task?: string | undefined;
  readonly dueInWords: string;
  /** What was typed for a line to add. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

export interface PlanRow {
  readonly key: string;
  readonly id: string;
  readonly person: string;
  readonly what: string;
  readonly why: string;
  readonly outcome: string;
  readonly look: 'goes' | 'human' | 'not-allowed';
  readonly because: string;
  /** The law that it would go under; undefined where it would not go now. */
  readonly basis: BasisView | undefined;
  readonly ticked: boolean;
  readonly canTick: boolean;
}

/** "Whom, about whom, why?" Outcome first. */
export interface PlanView {
  readonly agencies: readonly { readonly agencyId: string; readonly name: string; readonly rows: readonly PlanRow[] }[];
  readonly sendText: string;
  readonly consentVersion: number | undefined;
  readonly outcomes: string;
  readonly purpose: string;
  readonly purposeCode: Purpose;
  readonly other: { readonly open: boolean; readonly field: FieldView };
  readonly due: string;
  readonly text: FieldView;
  readonly task: FieldView | undefined;
  readonly added: readonly { readonly value: string; readonly why: string }[];
  readonly add: { readonly open: boolean; readonly fields: readonly FieldView[] };
}

const OUTCOMES: Readonly<Record<SharingOutcome, { outcome: string; look: PlanRow['look'] }>> = {
  PERMIT: { outcome: 'Goes now', look: 'goes' },
  REVIEW: { outcome: 'A human will look', look: 'human' },
  DENY: { outcome: 'Not allowed', look: 'not-allowed' },
};

function rowOf(line: AskLine, index: number, { preview, ticked, names }: PlanGiven): PlanRow {
  const key = keyOf(line);
  const previewed = preview.find((one) => keyOf(one) === key);
  const { outcome, look } = OUTCOMES[previewed?.outcome ?? 'REVIEW'];
  const canTick = look !== 'not-allowed';
  const label = CATEGORIES[line.category].label;
  return {
    key,
    id: `line-${index}`,
    person: names.get(line.personId) ?? 'Somebody on this enquiry',
    what: line.existenceOnly ? `Do you know them? (${label.toLowerCase()})` : label,
    why: line.widened ? `You added this: ${line.why}` : line.why,
    outcome,
    look,
    because: look === 'goes' ? '' : (previewed?.reasons ?? []).map(({ sentence }) => sentence).join(' '),
    basis: previewed && permittedBasis(previewed),
    ticked: canTick && (ticked?.has(key) ?? line.suggested),
    canTick,
  };
}

export function planView(given: PlanGiven): PlanView {
  const rows = given.lines.map((line, index) => ({ line, row: rowOf(line, index, given) }));
  const agencyIds = [...new Set(given.lines.map(({ agencyId }) => agencyId))];
  const asked = new Set(rows.filter(({ row }) => row.ticked).map(({ line }) => line.agencyId)).size;
  const count = (look: PlanRow['look']): number => rows.filter(({ row }) => row.look === look).length;
  return {
    agencies: agencyIds.map((agencyId) => {
      const own = rows.filter(({ line }) => line.agencyId === agencyId);
      return { agencyId, name: own[0]?.line.agencyName ?? agencyId, rows: own.map(({ row }) => row) };
    }),
    consentVersion: given.consentVersion,
    sendText: `Send ${asked} ${asked === 1 ? 'request' : 'requests'}`,
    outcomes: `${count('goes')} would go now, ${count('human')} a human will look at, ${count('not-allowed')} not allowed`,
    purpose: PURPOSE_WORDS[given.purpose],
    purposeCode: given.purpose,
    other: otherPurpose(given),
    task: taskField(given),
    due: given.dueInWords,
    text: textArea({
      name: 'purposeText',
      label: 'The text that each agency will read',
      hint: 'Purpose, threshold, statutory task. No names, nothing of the concern itself. The words are looked at when it is sent: what is said here of each line does not know them yet',
      value: given.purposeText,
      rows: 6,
      maxlength: 2000,
      errors: given.errors,
    }),
    added: given.lines.filter(({ widened }) => widened).map((line) => ({ value: valueOfAdded(line), why: line.why })),
    add: addFields(given),
  };
}

function otherPurpose({ purpose, purposes, typed, errors }: PlanGiven): PlanView['other'] {
  const options = purposes.filter((one) => one !== purpose).map((value) => ({ value, text: PURPOSE_WORDS[value] }));
  const asked = { name: 'other-purpose', label: 'What is it asked for?', options, errors };
  return {
    open: errors.some(({ field }) => field === 'other-purpose'),
    field: select({ ...asked, value: typed['other-purpose'] }),
  };
}

/** None where the purpose has no statutory task of its own. */
function taskField({ purpose, work, task, errors }: PlanGiven): FieldView | undefined {
  const truthful = tasksOfPurpose(purpose, work);
  if (truthful.length === 0) return undefined;
  const options = [
    ...truthful.map((value) => ({ value, text: TASK_WORDS[value] })),
    { value: NO_TASK, text: 'It states none' },
  ];
  return select({
    name: 'task',
    label: 'The statutory task that it states',
    options,
    value: task ?? truthful[0],
    errors,
  });
}

function addFields({
  agencies,
  neighbours = new Set(),
  worries,
  roster,
  names,
  typed,
  errors,
}: PlanGiven): PlanView['add'] {
  const people = (roster?.people ?? []).map(({ personId }) => ({ value: personId, text: names.get(personId) ?? '' }));
  const bodies = [...agencies].map(([value, text]) => ({ value, text }));
  const categories = Object.entries(CATEGORIES).map(([value, { label }]) => ({ value, text: label }));
  return {
    open: errors.some(({ field }) => field.startsWith('add-')),
    fields: [
      select({ name: 'add-agency', label: 'Agency', options: bodies, value: typed['add-agency'], errors }),
      select({ name: 'add-person', label: 'About', options: people, value: typed['add-person'], errors }),
      select({ name: 'add-category', label: 'What to ask', options: categories, value: typed['add-category'], errors }),
      select({
        name: 'add-worry',
        label: 'Which worry makes it necessary?',
        hint: 'Only of somebody who neither lives with the child nor cares for it',
        options: worryOptions(worries),
        value: typed['add-worry'],
        errors,
      }),
      tickBox({ name: 'add-only', label: 'Ask only whether they know them', ticked: (typed['add-only'] ?? '') !== '' }),
      ...(neighbours.size === 0
        ? []
        : [
            tickBox({
              name: 'add-border',
              label: `Only of ${[...neighbours].map((agencyId) => agencies.get(agencyId)).join(', ')}: they live, lived or are placed there`,
              ticked: (typed['add-border'] ?? '') !== '',
              errors,
            }),
          ]),
      textArea({
        name: 'add-why',
        label: 'Why it is needed',
        hint: 'The agency reads this. Do not name anybody',
        rows: 2,
        value: typed['add-why'],
        maxlength: 300,
        errors,
      }),
    ],
  };
}
