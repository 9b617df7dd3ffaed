import { londonDate } from '@mash/clocks';
import type { LegalFrameStanding } from '@mash/contracts';
import type { PartOfPage } from '../shared/part-of-page';

/** Who has checked the law that the rules cite, and when; or that nobody has. */
export interface LegalFrameLine {
  readonly text: string;
  readonly isWarning: boolean;
}

export function legalFrameLine(part: PartOfPage<LegalFrameStanding>): LegalFrameLine {
  if (!part.isThere) return { text: part.because, isWarning: false };
  const { version, isChecked, check } = part.value;
  const day = check && londonDate(new Date(`${check.on}T12:00:00Z`));
  if (isChecked && check && day)
    return { text: `${check.by} checked the law in the rules (version ${version}) on ${day}.`, isWarning: false };
  const earlier = check && day ? ` ${check.by} checked version ${check.version} on ${day}.` : '';
  return {
    text: `No lawyer has checked the law in the rules (version ${version}) for this council.${earlier} Do not decide real cases by them before one has.`,
    isWarning: true,
  };
}
