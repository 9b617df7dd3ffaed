import { londonDate } from '@mash/clocks';
import type { AgreementView } from '@mash/contracts';

type Standing = AgreementView['standing'];

/** Worst first: what cannot be relied on today is at the top. */
const ORDER: readonly Standing[] = ['expired', 'past_review', 'stopped', 'not_started', 'in_force'];

const dayWords = (day: string): string => londonDate(new Date(`${day}T12:00:00Z`));

/** Where an agreement stands today, in words with the day that matters. */
export function standingWords({ standing, inForceFrom, inForceTo, reviewDue }: AgreementView): string {
  switch (standing) {
    case 'expired':
      return `Expired${inForceTo === undefined ? '' : ` on ${dayWords(inForceTo)}`}`;
    case 'past_review':
      return `Past review since ${dayWords(reviewDue)}`;
    case 'stopped':
      return 'Stopped: nothing is shared under it';
    case 'not_started':
      return `Not started: from ${dayWords(inForceFrom)}`;
    case 'in_force':
      return `In force, review by ${dayWords(reviewDue)}`;
  }
}

/** Somebody has to act before it is safe to rely on it. */
export const isUnsafe = ({ standing, state }: AgreementView): boolean =>
  state !== 'superseded' && (standing === 'expired' || standing === 'past_review');

/** Expired and past review first; among equals the review that is due longest. */
export const byUrgency = (a: AgreementView, b: AgreementView): number =>
  ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.reviewDue.localeCompare(b.reviewDue);
