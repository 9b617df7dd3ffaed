import { saysTask, tasksOfPurpose, type Purpose, type ResearchPlan, type StatutoryTask } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { TASK_WORDS } from '../words/task-words';

/** What the text may state besides: nothing. */
export const NO_TASK = 'none';

export const purposesOf = ({ purpose, purposes = [purpose] }: ResearchPlan): readonly Purpose[] => purposes;

/** The purpose that the page stands on: the plan's own, where another is not offered any more. */
export const purposeIn = (fields: PostedFields, plan: ResearchPlan): Purpose =>
  new Posted(fields).choice('purpose', purposesOf(plan)) ?? plan.purpose;

/** The purpose that somebody wants to look at instead. */
export function readOther(fields: PostedFields, plan: ResearchPlan): { other?: Purpose; errors: FieldError[] } {
  const other = new Posted(fields).choice('other-purpose', purposesOf(plan));
  if (other === undefined) return { errors: [{ field: 'other-purpose', text: 'Choose what to ask it for' }] };
  return { other, errors: [] };
}

/** What is sent is what was looked at: another purpose that was only chosen, or one that the threshold no longer opens, is not sent. */
export function purposeFaults(fields: PostedFields, plan: ResearchPlan): FieldError[] {
  const posted = new Posted(fields);
  const stood = posted.text('purpose');
  if (stood !== '' && stood !== purposeIn(fields, plan))
    return [
      { field: 'purposeText', text: 'The threshold has changed, and what this is asked for with it: look again' },
    ];
  const other = posted.text('other-purpose');
  if (other === '' || other === purposeIn(fields, plan)) return [];
  return [{ field: 'other-purpose', text: 'Press "Look at this purpose" first, and see what would be allowed' }];
}

/** The task that the page stands on, as its field shows it: one that goes with the purpose, its own where none was chosen. */
export function taskIn(chosen: string | undefined, purpose: Purpose, work: Purpose): StatutoryTask | undefined {
  const truthful = tasksOfPurpose(purpose, work);
  return chosen === NO_TASK ? undefined : (truthful.find((task) => task === chosen) ?? truthful[0]);
}

export interface TaskRead {
  readonly task?: StatutoryTask | undefined;
  readonly errors: FieldError[];
}

/** The statutory task that the text states: one of its purpose, whose words stand in the text. Left out of the form, the purpose's own. */
export function readTask(fields: PostedFields, { purpose, work }: { purpose: Purpose; work: Purpose }): TaskRead {
  const posted = new Posted(fields);
  const truthful = tasksOfPurpose(purpose, work);
  const chosen = posted.text('task');
  if (chosen === NO_TASK || truthful.length === 0) return { errors: [] };
  const task = chosen === '' ? truthful[0] : posted.choice('task', truthful);
  if (task === undefined)
    return { errors: [{ field: 'task', text: 'Choose a task that goes with what it is asked for' }] };
  if (saysTask(posted.text('purposeText'), task)) return { task, errors: [] };
  const text = `Say ${TASK_WORDS[task]} in the text, or choose the task that it states`;
  return { task, errors: [{ field: 'task', text }] };
}
