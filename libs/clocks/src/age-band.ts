import type { AgeBand } from '@mash/contracts';
import { ageRange, type Birth } from './age';

function bandOfYears(years: number): AgeBand {
  if (years <= 4) return '0-4';
  if (years <= 10) return '5-10';
  if (years <= 15) return '11-15';
  if (years <= 17) return '16-17';
  return years <= 25 ? '18-25' : 'adult';
}

/**
 * The age band on a day. `unborn` needs an expected date and no birth date. A partial date that could mean two bands is
 * `not_known`: it is asked for, never guessed.
 */
export function ageBandOn(birth: Birth, now: Date): AgeBand {
  if (birth.birthDate === undefined) return birth.expectedDate === undefined ? 'not_known' : 'unborn';
  const range = ageRange(birth, now);
  if (!range) return 'not_known';
  const [youngest, oldest] = [bandOfYears(range.least), bandOfYears(range.most)];
  return youngest === oldest ? youngest : 'not_known';
}
