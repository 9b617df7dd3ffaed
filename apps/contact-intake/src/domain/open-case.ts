import type { BirthDate } from '@mash/contracts';
import type { RosterMention } from './roster';
import { nameAndBirthKey } from './same-person-keys';

/** One row of the register of allocated workers, as the council's case system gave it. */
export interface RegisterRow {
  readonly personId?: string | undefined;
  readonly forenames?: string | undefined;
  readonly surname?: string | undefined;
  readonly birthDate?: BirthDate | undefined;
  readonly workerName: string;
  readonly team: string;
  readonly since?: string | undefined;
}

export interface AllocatedWorker {
  readonly name: string;
  readonly team: string;
  readonly since?: string | undefined;
}

interface Looked {
  readonly personId: string;
  readonly forenames?: string | undefined;
  readonly surname?: string | undefined;
  readonly birthDate?: BirthDate | undefined;
}

const newestFirst = (one: RegisterRow, other: RegisterRow): number =>
  (other.since ?? '').localeCompare(one.since ?? '');

/**
 * The worker who holds this person's open case, by the register: by the person's own id, else by the whole name and the whole birth
 * date. Near misses are left to the match page; the register never guesses.
 */
export function allocatedWorkerOf(person: Looked, register: readonly RegisterRow[]): AllocatedWorker | undefined {
  const key = nameAndBirthKey(person);
  const isOurs = (row: RegisterRow): boolean =>
    row.personId === undefined ? key !== undefined && nameAndBirthKey(row) === key : row.personId === person.personId;
  const row = register.filter(isOurs).sort(newestFirst)[0];
  return row && { name: row.workerName, team: row.team, since: row.since };
}

/** Whether somebody has said who this is. The open-case test is asked of nobody else. */
export const isLookedUp = ({ matched }: Pick<RosterMention, 'matched'>): boolean =>
  matched === 'matched' || matched === 'new';
