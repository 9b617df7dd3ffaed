import {
  claimsMore,
  saysTask,
  tasksOfPurpose,
  type DecisionFacts,
  type Purpose,
  type StatutoryTask,
} from '@mash/contracts';
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
  /** All that the agency would read and somebody typed; undefined before there is a text, which is then taken to say what its sender says, and no more. */
  readonly words: string | undefined;
}

/** What a line rests on of its text (rule book section 1, `text` and `states_task`). */
export interface TextFacts {
  readonly text: TextMatch;
  readonly statesTask: 'yes' | 'no';
}

/**
 * A text that claims a threshold which nobody has judged, or whose sender says that it states the task of another purpose or of such a threshold, is
 * not the purpose recorded (R-PUR-01a; AB v Haringey [2013]). A task counts as stated where the words sent are the words recorded, and name it. Of a
 * text that was sent before its sender was asked nothing is read anew: whatever was recorded as its purpose stated the task.
 */
export function textFacts(
  { purpose, task, text, words, unasked }: TextSent,
  threshold: DecisionFacts['threshold'] | 'unknown',
): TextFacts {
  if (unasked === true) return { text, statesTask: text === 'differs' ? 'no' : 'yes' };
  if (text !== 'same') return { text, statesTask: 'no' };
  // Which threshold was reached is for a human then (R-GATE-02): the text is not refused for it.
  const work = threshold === 'unknown' ? 'S47' : purposeOfWork(threshold);
  const isOfPurpose = task === undefined || tasksOfPurpose(purpose, work).includes(task);
  if (!isOfPurpose || (words !== undefined && claimsMore(words, purpose, work)))
    return { text: 'differs', statesTask: 'no' };
  const isStated = task !== undefined && (words === undefined || saysTask(words, task));
  return { text, statesTask: isStated ? 'yes' : 'no' };
}
