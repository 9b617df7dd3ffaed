import * as fc from 'fast-check';
import { CODED_FACTS, codesOf, LIST_FACT_CODES, LIST_FACTS } from '../facts/fact-catalogue';
import type { SharingQuestion } from '../facts/sharing-question';
import { OVERRIDE_GROUNDS, RELEASERS } from '../facts/answer-facts';
import { EVERYDAY } from '../engine/fact-weights';
import { REASON_CODES } from '../reasons/reason-code';
import { RULE_IDS } from '../rules/rule-id';
import { anyTheme } from './themes.scenarios';

/** The instants around which the law changes, to the millisecond, and days well clear of them. */
const INSTANTS = [
  '2025-11-06T23:59:59.999Z',
  '2025-11-07T00:00:00Z',
  '2026-02-04T23:59:59.999Z',
  '2026-02-05T00:00:00Z',
  '2026-09-29T22:59:59.999Z',
  '2026-09-29T23:00:00Z',
  '2026-11-24T10:00:00Z',
  '2027-03-01T12:00:00Z',
  '2028-01-10T09:00:00Z',
].map((instant) => Date.parse(instant));

/** Half everyday, half anything: pure chance would find a DENY in nearly every question and hide what lies under it. */
const anyCodes = Object.fromEntries(
  CODED_FACTS.map((fact) => [
    fact,
    fc.oneof(
      { weight: 4, arbitrary: fc.constant<string>(EVERYDAY[fact]) },
      { weight: 1, arbitrary: fc.constantFrom(...codesOf(fact)) },
    ),
  ]),
);

const anyLists = Object.fromEntries(
  LIST_FACTS.map((fact) => [
    fact,
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray<string>([...LIST_FACT_CODES[fact]]) },
    ),
  ]),
);

const anyOverride = fc.oneof(
  { weight: 6, arbitrary: fc.constant('none' as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      grounds: fc.subarray([...OVERRIDE_GROUNDS], { minLength: 1 }),
      strikes: fc.subarray([...REASON_CODES], { minLength: 1, maxLength: 40 }),
    }),
  },
);

const anyYeses = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ rule: fc.constantFrom(...RULE_IDS), by: fc.constantFrom(...RELEASERS) }), {
      maxLength: 30,
    }),
  },
);

/** Modes, audiences, thresholds, consents and agreements are what most rows turn on: they are drawn evenly. */
const EVENLY = ['mode', 'audience', 'threshold', 'consent', 'agreement', 'purpose'] as const;
const evenCodes = Object.fromEntries(EVENLY.map((fact) => [fact, fc.constantFrom(...codesOf(fact))]));

const anyFacts = fc.record({
  ...anyCodes,
  ...evenCodes,
  ...anyLists,
  yeses: anyYeses,
  override: anyOverride,
  now: fc.constantFrom(...INSTANTS),
});

/** Any question the rules can be asked. */
export const anyQuestion = fc
  .tuple(anyFacts, anyTheme)
  .map(([facts, theme]) => ({ ...facts, ...theme })) as unknown as fc.Arbitrary<SharingQuestion>;
