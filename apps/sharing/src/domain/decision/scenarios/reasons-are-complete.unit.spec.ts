import { AGREEMENT_REASON_TEXTS } from '../reasons/agreement.reasons';
import type { Reason } from '../reasons/reason';
import { REASON_CATALOGUE } from '../reasons/reason-catalogue';
import type { AGREEMENT_REASONS } from '../reasons/reason-code';
import { REASON_CODES } from '../reasons/reason-code';
import { AGREEMENT_SCENARIOS } from './agreement.scenarios';
import type { Scenarios } from './scenario.scenarios';

type Code = (typeof AGREEMENT_REASONS)[number];

/** Each of these must fail to compile: where one compiles, the type check stops at its `@ts-expect-error`. */
const { NO_BASIS: _texts, ...otherTexts } = AGREEMENT_REASON_TEXTS;
// @ts-expect-error a reason without its sentences
const withoutText: Readonly<Record<Code, Reason>> = otherTexts;
const { NO_BASIS: _scenarios, ...otherScenarios } = AGREEMENT_SCENARIOS;
// @ts-expect-error a reason without a scenario
const withoutScenario: Readonly<Record<Code, Scenarios>> = otherScenarios;
// @ts-expect-error a reason with no scenario at all
const noScenarios: Scenarios = [];
// @ts-expect-error a reason that says nothing to the officer
const noOfficer: Reason = { asker: 'A sentence.', source: 'UK GDPR 6(1)' };
// @ts-expect-error a reason without a source
const noSource: Reason = { asker: 'A sentence.', officer: 'A sentence.' };

describe('A reason', () => {
  test('that lacks a sentence, a source or a scenario does not compile', () => {
    expect([withoutText, withoutScenario]).not.toContainEqual(expect.objectContaining({ NO_BASIS: expect.anything() }));
    expect([noScenarios, noOfficer.officer, noSource.source]).toEqual([[], undefined, undefined]);
  });

  test.each(REASON_CODES.map((code) => [code, REASON_CATALOGUE[code]] as const))(
    '%s is told in plain words, and names its source',
    (_code, { asker, officer, source }) => {
      for (const sentence of [asker, officer]) {
        expect(sentence).toMatch(/^[A-Z"].+\.$/);
        expect(sentence).not.toMatch(/\b[A-Z]+_[A-Z_]+\b|\bR-[A-Z]+|\b(PERMIT|DENY|REVIEW)\b|section 6\b/);
      }
      expect(source).toMatch(
        /Act|GDPR|DPA 2018|Rules|ICO|v |DfE|GMC|College|Sealed hub|statute|House rule|Feedback|Common law/,
      );
    },
  );
});
