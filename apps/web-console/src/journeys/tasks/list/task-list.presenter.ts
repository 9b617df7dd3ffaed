import type { ObligationView } from '@mash/contracts';
import type { ClockChip } from '../../../presenters/clock-chip';
import { aboutWords, ownerOfTask, taskChip } from '../../../presenters/task-words';

export interface TaskRow {
  readonly href: string | undefined;
  readonly words: string;
  /** Whom it is about; left out where it is about nobody by themselves. */
  readonly about: string | undefined;
  readonly reference: string;
  readonly owner: string;
  readonly clock: ClockChip;
}

/** "What do I owe, late first?" */
export interface TaskListView {
  readonly heading: string;
  readonly nextHref: string | undefined;
  readonly rows: readonly TaskRow[];
}

export function taskListView(
  tasks: readonly ObligationView[],
  now: Date,
  names: ReadonlyMap<string, string> = new Map(),
): TaskListView {
  const late = tasks.filter((task) => task.late).length;
  const next = tasks.find(({ mayComplete }) => mayComplete);
  const owed = `${tasks.length} ${tasks.length === 1 ? 'thing is' : 'things are'} to be done`;
  return {
    heading: tasks.length === 0 ? 'Nothing is to be done' : `${owed}${late === 0 ? ', none late' : `, ${late} late`}`,
    nextHref: next && `/tasks/${next.obligationId}`,
    rows: tasks.map((task) => taskRow(task, now, names)),
  };
}

/** Late ones have climbed a rung. */
const ALSO_SEEN_BY = {
  nobody: '',
  manager: '. Late: the hub managers see it too',
  ig: '. Late: information governance sees it too',
} as const;

export const taskRow = (task: ObligationView, now: Date, names: ReadonlyMap<string, string> = new Map()): TaskRow => ({
  href: task.mayComplete || task.mayGiveGround ? `/tasks/${task.obligationId}` : undefined,
  words: task.words,
  about: aboutWords(task, names.get(task.personId ?? '')),
  reference: task.enquiryReference,
  owner: ownerOfTask(task) + ALSO_SEEN_BY[task.climbedTo ?? 'nobody'],
  clock: taskChip(task, now),
});
