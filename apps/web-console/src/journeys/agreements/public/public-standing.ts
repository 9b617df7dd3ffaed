import type { PublicAgreement } from '@mash/contracts';
import { dayWords } from '../shared/day-words';

type Standing = Pick<
  PublicAgreement,
  'standing' | 'inForceFrom' | 'inForceTo' | 'reviewDue' | 'stoppedOn' | 'versions'
>;

/** Whether anything is shared under it today, said first. */
export function publicStanding({ standing, inForceFrom, inForceTo, reviewDue, stoppedOn, versions }: Standing): string {
  const until = inForceTo === undefined ? '' : ` until ${dayWords(inForceTo)}`;
  switch (standing) {
    case 'in_force':
      return `In force since ${dayWords(inForceFrom)}${until}. It is to be reviewed by ${dayWords(reviewDue)}.`;
    case 'past_review':
      return `In force since ${dayWords(inForceFrom)}${until}. Its review has been due since ${dayWords(reviewDue)}.`;
    case 'not_started':
      return `Agreed, and in force from ${dayWords(inForceFrom)}.`;
    case 'expired':
      return `Expired${inForceTo === undefined ? '' : ` on ${dayWords(inForceTo)}`}. It no longer counts.`;
    case 'stopped':
      return `Stopped${stoppedOn === undefined ? '' : ` on ${dayWords(stoppedOn)}`}. It no longer counts.`;
    case 'not_in_force': {
      const ended = versions[0]?.endedOn;
      return `No longer in force${ended === undefined ? '' : ` since ${dayWords(ended)}`}.`;
    }
  }
}

const SHORT: Readonly<Record<PublicAgreement['standing'], string>> = {
  in_force: 'In force',
  past_review: 'In force, review overdue',
  not_started: 'Not started',
  expired: 'Expired',
  stopped: 'Stopped',
  not_in_force: 'No longer in force',
};

export const shortStanding = (standing: PublicAgreement['standing']): string => SHORT[standing];
