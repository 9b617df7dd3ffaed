import type { ObligationView } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import type { Naming } from '../../../presenters/naming';
import { aboutWords, ownerOfTask } from '../../../presenters/task-words';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { enquiryPath } from '../../enquiry/shared/enquiry-sections';
import { isHub } from '../../enquiry/shared/is-hub';

/** A task that is done: by whom and when, and to the hub where to read what was noted of it. */
export interface TaskDoneView {
  readonly heading: string;
  readonly caption: string;
  readonly words: string;
  /** What the reader had written of it, and nobody recorded. */
  readonly note: string | undefined;
  readonly historyHref: string | undefined;
}

interface DoneGiven {
  readonly task: ObligationView;
  /** Whom it is about, where the reader may know. */
  readonly name: string | undefined;
  readonly naming: Naming;
  readonly reader: SignedInPerson;
  readonly note: string | undefined;
}

/** `sharing` does some by itself; whose name the reader may not know is a colleague. */
function doneBy({ task, naming, reader }: DoneGiven): string {
  if (task.doneBy === reader.accountId) return 'you';
  if (task.doneBy === 'sharing') return 'the platform itself';
  return (task.doneBy && naming(task.doneBy)) ?? 'a colleague';
}

export function taskDoneView(given: DoneGiven, now: Date): TaskDoneView {
  const { task, name, reader } = given;
  const when = task.doneAt === undefined ? '' : `, ${momentWords(new Date(task.doneAt), now)}`;
  return {
    heading: 'This is done',
    caption: [task.enquiryReference, aboutWords(task, name), ownerOfTask(task)]
      .filter((part) => part !== undefined)
      .join('. '),
    words: `${task.words}: done by ${doneBy(given)}${when}.`,
    note: given.note,
    historyHref: isHub(reader) ? enquiryPath(task.enquiryReference, '/history') : undefined,
  };
}
