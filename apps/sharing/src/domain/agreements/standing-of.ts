import type { AgreementView } from '@mash/contracts';
import { startOfLondonDay, startOfNextLondonDay } from '../decision';
import type { AgreementVersion } from './agreement-version';

/** Whether a version counts today, and if not why. Days are London days: the last one counts to its end. */
export function standingOf({ state, content }: AgreementVersion, now: Date): AgreementView['standing'] {
  const { inForceFrom, inForceTo, reviewDue } = content;
  if (state === 'stopped') return 'stopped';
  if (state !== 'in_force') return 'not_in_force';
  if (now.getTime() < startOfLondonDay(inForceFrom)) return 'not_started';
  if (inForceTo !== undefined && now.getTime() >= startOfNextLondonDay(inForceTo)) return 'expired';
  return now.getTime() >= startOfNextLondonDay(reviewDue) ? 'past_review' : 'in_force';
}
