import * as fc from 'fast-check';
import { decide } from '../decide';
import { compileRules } from '../engine/compile-rules';
import type { CompiledRules } from '../engine/compile-rules';
import type { SharingQuestion } from '../facts/sharing-question';
import { anyQuestion } from './any-question.scenarios';
import { interpretRuleText } from './interpret-rule-text';

const CASES = process.env['MASH_FULL'] === '1' ? 1_000_000 : 100_000;

/** The two answers to one question in the same shape. */
function bothAnswers(question: SharingQuestion, rules: CompiledRules): [unknown, unknown] {
  const decision = decide(question, rules);
  const { outcome, visibility, reasons, obligations, redactions, rule, releasers } = decision;
  const bases = decision.lawfulBasis.map(({ code }) => code);
  return [
    { outcome, visibility, reasons, obligations, redactions, bases, rule, releasers },
    interpretRuleText(question),
  ];
}

describe('The compiled rules', () => {
  const rules = compileRules();

  test(
    `agree with a slow reading of the rule book's text in ${CASES} random questions`,
    () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(anyQuestion, (question) => {
          const [fast, slow] = bothAnswers(question, rules);
          seen.add((slow as { rule: string }).rule);
          if (JSON.stringify(fast) !== JSON.stringify(slow)) expect(fast).toEqual(slow);
        }),
        { numRuns: CASES, seed: 20_260_930 },
      );
      expect(seen.size).toBeGreaterThan(60); // the questions reach most rows as the deciding one
    },
    CASES,
  );

  test('decide a question as if new when it comes again', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const first = decide(question, rules);
        expect(decide({ ...question }, rules)).toEqual(first);
        expect(decide(question, compileRules({ remember: 0 }))).toEqual(first);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
