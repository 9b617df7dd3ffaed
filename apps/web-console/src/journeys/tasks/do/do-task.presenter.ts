import type { ObligationView } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { radios, textArea, tickBox, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords, type ClockChip } from '../../../presenters/clock-chip';
import { aboutWords, ownerOfTask, taskChip } from '../../../presenters/task-words';
import { TELLING_GROUNDS } from './do-task.form';
import { matchWarnings } from './match-warnings';
import { keepsSomething, tellingWarnings, type TellingWarning } from './telling-warnings';

/** "What is to be done, by when, and what did I do?" */
export interface DoTaskView {
  readonly heading: string;
  readonly caption: string;
  readonly clock: ClockChip;
  readonly notes: readonly string[];
  readonly warnings: readonly TellingWarning[];
  readonly action: string;
  /** Goes along with what is sent: a task that is done is not there to say of which enquiry it was. */
  readonly enquiryId: string;
  readonly fields: readonly FieldView[];
}

const DONE_OR_NOT = [
  { value: 'done', text: 'They were told' },
  { value: 'ground', text: 'They are not told yet, on a ground', hint: 'You are asked again in five working days' },
] as const;

export function doTaskView(
  { task, name }: { task: ObligationView; name: string | undefined },
  posted: Posted | undefined,
  errors: readonly FieldError[],
  now: Date,
): DoTaskView {
  const { lawDueAt: law, earlierDoneAt: earlier } = task;
  const isOnHold = task.state === 'waiting';
  return {
    heading: task.words,
    caption: [task.enquiryReference, aboutWords(task, name), ownerOfTask(task)]
      .filter((part) => part !== undefined)
      .join('. '),
    clock: taskChip(task, now),
    notes: [
      ...(earlier === undefined
        ? []
        : [`This was done ${momentWords(new Date(earlier), now)}. Something that came later asks for it again.`]),
      ...(law === undefined ? [] : [`A law sets the last moment: ${momentWords(new Date(law), now)}.`]),
      ...(isOnHold ? ['This is on hold. You may record a ground; do not tell them.'] : []),
      ...(task.ground === undefined
        ? []
        : [`Not for now: ${TELLING_GROUNDS.find(({ value }) => value === task.ground)?.text ?? task.ground}.`]),
    ],
    warnings: [...tellingWarnings(task), ...matchWarnings(task)],
    action: `/tasks/${task.obligationId}`,
    enquiryId: task.enquiryId,
    fields: [
      ...(task.mayGiveGround ? groundFields(isOnHold, posted, errors) : []),
      ...(keepsSomething(task) && !isOnHold ? [keptField(posted, errors)] : []),
      textArea({
        name: 'note',
        label: task.mayGiveGround ? 'What was done, or why not' : 'What was done',
        hint: 'In your own words. It is sealed',
        value: posted?.text('note'),
        rows: 4,
        maxlength: 4000,
        errors,
      }),
    ],
  };
}

/** Needed to say that they were told, where something must be kept from them. */
const keptField = (posted: Posted | undefined, errors: readonly FieldError[]): FieldView =>
  tickBox({
    name: 'keptFromFamily',
    label: 'I have read what must be kept from the family, and it was kept',
    hint: 'Only where they were told',
    ticked: posted?.text('keptFromFamily') === 'yes',
    errors,
  });

function groundFields(isOnHold: boolean, posted: Posted | undefined, errors: readonly FieldError[]): FieldView[] {
  const options = DONE_OR_NOT.filter(({ value }) => !isOnHold || value === 'ground');
  return [
    radios({ name: 'outcome', label: 'Were they told?', options, value: posted?.text('outcome'), errors }),
    radios({
      name: 'ground',
      label: 'On what ground not?',
      hint: 'Only where they are not told yet. Forgetting, haste and awkwardness are no grounds',
      options: TELLING_GROUNDS,
      value: posted?.text('ground'),
      errors,
    }),
  ];
}
