import type { AgreementView } from '@mash/contracts';
import { dayWords } from './day-words';

type Standing = AgreementView['standing'];

/** Worst first: what cannot be relied on today is at the top. */
const ORDER: readonly Standing[] = ['expired', 'past_review', 'stopped', 'not_started', 'not_in_force', 'in_force'];

const STATES: Readonly<Record<AgreementView['state'], string>> = {
  draft: 'Draft: not out for approval',
  proposed: 'Out for approval',
  approved: 'Approved by every party, not in force yet',
  in_force: 'In force',
  superseded: 'Superseded by a later version',
  stopped: 'Stopped: nothing is shared under it',
};

/** Where an agreement stands today, in words with the day that matters. */
export function standingWords({ standing, state, inForceFrom, inForceTo, reviewDue }: StandingOf): string {
  switch (standing) {
    case 'expired':
      return `Expired${inForceTo === undefined ? '' : ` on ${dayWords(inForceTo)}`}`;
    case 'past_review':
      return `Past review since ${dayWords(reviewDue)}`;
    case 'not_started':
      return `Not started: from ${dayWords(inForceFrom)}`;
    case 'in_force':
      return `In force, review by ${dayWords(reviewDue)}`;
    case 'stopped':
    case 'not_in_force':
      return STATES[state];
  }
}
type StandingOf = Pick<AgreementView, 'standing' | 'state' | 'inForceFrom' | 'inForceTo' | 'reviewDue'>;

/** Somebody has to act before it is safe to rely on it. */
export const isUnsafe = ({ standing }: Pick<AgreementView, 'standing'>): boolean =>
  standing === 'expired' || standing === 'past_review';

export const isStopped = ({ standing }: Pick<AgreementView, 'standing'>): boolean => standing === 'stopped';

export const isNotBegun = ({ standing }: Pick<AgreementView, 'standing'>): boolean => standing === 'not_started';

/** Another version counts in its place: it was superseded, or stopped and its agreement drawn again. A stop lasts until the later one has begun. */
export function isReplaced(one: AgreementView, all: readonly AgreementView[]): boolean {
  if (one.state === 'superseded') return true;
  return (
    isStopped(one) &&
    all.some(
      (later) =>
        later.agreementId === one.agreementId &&
        later.version > one.version &&
        later.state === 'in_force' &&
        !isNotBegun(later),
    )
  );
}

/** On its way, and nothing is shared under it yet. */
export const isOnItsWay = ({ state }: Pick<AgreementView, 'state'>): boolean =>
  state === 'draft' || state === 'proposed' || state === 'approved';

/** Expired and past review first; among equals the review that is due longest. */
export const byUrgency = (a: AgreementView, b: AgreementView): number =>
  ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.reviewDue.localeCompare(b.reviewDue);
