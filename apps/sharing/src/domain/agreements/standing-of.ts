import type { AgreementView } from '@mash/contracts';
import { startOfLondonDay } from '../decision';
import type { AgreementVersion } from './agreement-version';

/** London days, ISO. */
const dayAfter = (day: string): number =>
  startOfLondonDay(new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10));

/** Whether a version counts today, and if not why. Days are London days: the last one counts to its end. */
export function standingOf({ state, content }: AgreementVersion, now: Date): AgreementView['standing'] {
  const { inForceFrom, inForceTo, reviewDue } = content;
  if (state === 'stopped') return 'stopped';
  if (state !== 'in_force') return 'not_in_force';
  if (now.getTime() < startOfLondonDay(inForceFrom)) return 'not_started';
  if (inForceTo !== undefined && now.getTime() >= dayAfter(inForceTo)) return 'expired';
  return now.getTime() >= dayAfter(reviewDue) ? 'past_review' : 'in_force';
}
