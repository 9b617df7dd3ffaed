import { tasksOfPurpose, type DecisionFacts, type Purpose, type StatutoryTask } from '@mash/contracts';
import type { TextMatch } from './decision';
import { purposeOfWork } from './release/purposes';

export interface TextSent {
  readonly purpose: Purpose;
  /** What its sender says that it states; left out, none. */
  readonly task?: StatutoryTask | undefined;
  /** It was sent before senders were asked. */
  readonly unasked?: true | undefined;
  /** What the agency would read, against what was recorded. */
  readonly text: TextMatch;
}

/**
 * What a line rests on of its text (rule book section 1, `text` and `states_task`): one that states the task of another purpose, or of a threshold
 * that nobody has judged, is not the purpose recorded (R-PUR-01a). A task counts as stated where the words sent are the words recorded. Of a text that was sent
 * before its sender was asked, whatever was recorded as its purpose stated the task.
 */
export function textFacts(
  { purpose, task, text, unasked }: TextSent,
  threshold: DecisionFacts['threshold'] | 'unknown',
): { readonly text: TextMatch; readonly statesTask: 'yes' | 'no' } {
  if (unasked === true) return { text, statesTask: text === 'differs' ? 'no' : 'yes' };
  if (text !== 'same' || task === undefined) return { text, statesTask: 'no' };
  // Which threshold was reached is for a human then (R-GATE-02): the text is not refused for it.
  const work = threshold === 'unknown' ? 'S47' : purposeOfWork(threshold);
  return tasksOfPurpose(purpose, work).includes(task)
    ? { text, statesTask: 'yes' }
    : { text: 'differs', statesTask: 'no' };
}
