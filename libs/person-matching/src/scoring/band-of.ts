import type { Finding, MatchField } from './finding';
import { MATCH_BANDS } from './match-weights';

/** How a candidate is listed. A person decides; no band merges anything. */
export type MatchBand = 'likely' | 'possible' | 'unlikely';

/** Why a candidate is held below the band that its score alone would give. */
export interface Guard {
  readonly atMost: MatchBand;
  readonly words: string;
}

function agreementOn(findings: readonly Finding[], field: MatchField) {
  return findings.find((finding) => finding.field === field)?.agreement ?? 'missing';
}

/**
 * Twins and siblings: the same surname, birth date and address are what children of one family share. A different forename is a
 * different child, unless a checked identifier says otherwise; and two different NHS numbers are two people until somebody finds out.
 */
export function guardOf(findings: readonly Finding[]): Guard | undefined {
  const on = (field: MatchField) => agreementOn(findings, field);
  if (on('forenames') === 'different') {
    if (on('nhsNumber') === 'same')
      return { atMost: 'possible', words: 'Same NHS number but another forename: look closely' };
    const twin = on('birthDate') === 'same' && (on('surname') !== 'different' || on('postcode') === 'same');
    return { atMost: 'unlikely', words: twin ? 'Could be a twin' : 'Could be a brother, sister or namesake' };
  }
  if (on('nhsNumber') === 'different') return { atMost: 'possible', words: 'Two different NHS numbers' };
  if (on('birthDate') === 'different' && on('nhsNumber') !== 'same') {
    return { atMost: 'possible', words: 'Different birth dates' };
  }
  const identified = on('nhsNumber') === 'same' || on('upn') === 'same';
  if (on('forenames') === 'missing' && !identified)
    return { atMost: 'possible', words: 'No forename to tell brothers and sisters apart' };
  return undefined;
}

const RANK: readonly MatchBand[] = ['unlikely', 'possible', 'likely'];

/** The band of a score, held down by a guard where there is one. */
export function bandOf(score: number, guard?: Guard): MatchBand {
  const own = score >= MATCH_BANDS.likely ? 'likely' : score >= MATCH_BANDS.possible ? 'possible' : 'unlikely';
  if (!guard) return own;
  return RANK[Math.min(RANK.indexOf(own), RANK.indexOf(guard.atMost))] ?? own;
}
