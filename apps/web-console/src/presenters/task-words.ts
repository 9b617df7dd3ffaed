import type { ObligationView } from '@mash/contracts';
import { durationWords } from '@mash/clocks';
import { agencyWords } from './agency-words';
import { momentWords, type ClockChip } from './clock-chip';

const OWNERS: Readonly<Record<string, string>> = {
  analyst: 'The hub',
  worker: 'The hub',
  sender: 'The hub',
  manager: 'A hub manager',
  'named professional': 'A hub manager',
  'contact officer': 'The contact officers',
  ig: 'Information governance',
  'data protection officer': 'Information governance',
  'agreement owner': 'The partnership administrator',
  system: 'The platform',
};

/** Whose work a task is: an agency by its name, everybody else by what they do. */
export const ownerOfTask = ({ owner, agencyId }: Pick<ObligationView, 'owner' | 'agencyId'>): string =>
  agencyId === undefined ? (OWNERS[owner] ?? 'A hub manager') : agencyWords(agencyId);

/** Whom a task is about. One that is owed for each person by themselves names somebody, or says that it is one of them. */
export function aboutWords(
  { personId }: Pick<ObligationView, 'personId'>,
  name: string | undefined,
): string | undefined {
  return personId === undefined ? undefined : `About ${name ?? 'a person on this enquiry'}`;
}

/** The clock of a task. One that waits reads HOLD, and why is not said. */
export function taskChip({ state, dueAt, doneAt, late }: ObligationView, now: Date): ClockChip {
  if (state === 'done')
    return { look: 'met', text: `Done ${doneAt === undefined ? '' : momentWords(new Date(doneAt), now)}`.trim() };
  if (state === 'waiting') return { look: 'paused', text: 'On hold: do not do this yet' };
  const left = Date.parse(dueAt) - now.getTime();
  if (late) return { look: 'late', text: `${durationWords(-left, 'up')} late` };
  const words = state === 'ground' ? 'Look again by' : 'Due';
  return {
    look: left <= 4 * 3_600_000 ? 'due-soon' : 'in-time',
    text: `${words} ${momentWords(new Date(dueAt), now)}`,
  };
}
