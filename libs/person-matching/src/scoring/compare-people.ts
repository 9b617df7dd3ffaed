import type { ComparablePerson } from '../comparable-person';
import { compareAddress, comparePostcode } from '../fields/compare-address';
import { compareBirth } from '../fields/compare-birth';
import { compareNhsNumber, compareUpn } from '../fields/compare-identifier';
import { compareNames } from '../fields/compare-names';
import { compareSex } from '../fields/compare-sex';
import { bandOf, guardOf, type MatchBand } from './band-of';
import { MATCH_FIELDS, type Agreement, type Finding, type MatchField } from './finding';

/** One reason for or against, in words that hold from both sides. */
export interface MatchReason {
  readonly field: MatchField;
  readonly agreement: Agreement;
  readonly words: string;
}

/** How two descriptions compare. */
export interface Comparison {
  /** Bits for being one person, to one decimal. Negative speaks against. */
  readonly score: number;
  readonly band: MatchBand;
  /** Differences first, then what is the same or similar, then what is missing. */
  readonly reasons: readonly MatchReason[];
  /** Why the band is lower than the score alone would give. */
  readonly caution?: string;
}

const ORDER: readonly Agreement[] = ['different', 'same', 'similar', 'missing'];

function inReadingOrder(findings: readonly Finding[]): MatchReason[] {
  const place = ({ agreement, field }: Finding) =>
    ORDER.indexOf(agreement) * MATCH_FIELDS.length + MATCH_FIELDS.indexOf(field);
  return [...findings]
    .sort((a, b) => place(a) - place(b))
    .map(({ field, agreement, words }) => ({ field, agreement, words }));
}

/** Compares two descriptions of people. Pure, symmetric; what is missing counts neither way. */
export function comparePeople(a: ComparablePerson, b: ComparablePerson): Comparison {
  const findings = [
    compareNhsNumber(a.nhsNumber, b.nhsNumber),
    compareUpn(a.upn, b.upn),
    ...compareNames(a, b),
    compareBirth(a, b),
    compareSex(a.sex, b.sex),
    comparePostcode(a.address?.postcode, b.address?.postcode),
    compareAddress(a.address?.lines, b.address?.lines),
  ];
  const score = Math.round(findings.reduce((sum, { bits }) => sum + bits, 0) * 10) / 10;
  const guard = guardOf(findings);
  const band = bandOf(score, guard);
  const caution = guard && (band !== bandOf(score) || guard.atMost === 'unlikely') ? { caution: guard.words } : {};
  return { score, band, reasons: inReadingOrder(findings), ...caution };
}
