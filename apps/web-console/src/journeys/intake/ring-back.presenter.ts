import type { TelephoneTasks } from '@mash/contracts';
import { momentWords } from '../../presenters/clock-chip';
import type { SummaryRow } from '../../presenters/summary-row';
import { callerRows, missingSentence } from '../enquiry/contact/concern.presenter';
import type { ReleasedCaller, ReleasedDocument } from '../enquiry/contact/contact-words';

type Task = TelephoneTasks['tasks'][number];

/** "Whom do I ring, is it safe, what do I say?" */
export interface RingBackView {
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  readonly missing: string | undefined;
  readonly say: string;
  readonly raised: string;
  readonly doneAction: string;
}

const SAY: Readonly<Record<Task['kind'], string>> = {
  receipt: 'Say that the hub has what they told us, and looked at it. Nothing about the family.',
  outcome: 'Say what the letter says, and no more.',
};

const NOBODY = 'Nobody wrote down who they are, so nobody can be rung. Close the task.';

/** @param caller undefined where nobody said who they are */
export function ringBackView(
  { taskId, reference, kind, raisedAt }: Task,
  caller: ReleasedDocument<ReleasedCaller> | undefined,
  now: Date,
): RingBackView {
  return {
    heading: `Ring back about ${reference}`,
    rows: caller?.kind === 'shown' ? callerRows(caller.content) : [],
    missing: caller === undefined ? NOBODY : missingSentence(caller, 'Whom to ring'),
    say: SAY[kind],
    raised: momentWords(new Date(raisedAt), now),
    doneAction: `/intake/telephone-tasks/${taskId}/done`,
  };
}
