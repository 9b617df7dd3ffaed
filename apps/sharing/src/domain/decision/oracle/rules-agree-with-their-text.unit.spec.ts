import * as fc from 'fast-check';
import { decide } from '../decide';
import { compileRules } from '../engine/compile-rules';
import type { CompiledRules } from '../engine/compile-rules';
import type { SharingQuestion } from '../facts/sharing-question';
import { anyQuestion } from './any-question.scenarios';
import type { OracleVerdict } from './interpret-rule-text';
import { interpretRuleText } from './interpret-rule-text';
import { everythingTheBookSays, whatWasSaid } from './what-was-said.scenarios';

/** A hundred thousand in the ordinary tier, a million in the full one (tools/README.md). */
const CASES = process.env['MASH_FULL'] === '1' ? 1_000_000 : 100_000;
/** The same questions in every ordinary run, so that none fails by chance; the full tier draws a seed and prints it. */
const SEED = Number(process.env['MASH_SEED'] ?? 20_260_930);
/** How often at least each thing that the book can say must have been said, of a hundred thousand questions. */
const OFTEN = 25;

/** The two answers to one question in the same shape. */
function bothAnswers(question: SharingQuestion, rules: CompiledRules): [Omit<OracleVerdict, 'lines'>, OracleVerdict] {
  const decision = decide(question, rules);
  const { outcome, visibility, reasons, obligations, redactions, rule, releasers } = decision;
  const bases = decision.lawfulBasis.map(({ code, detail }) => (detail === undefined ? code : `${code} ${detail}`));
  const tasks = decision.reviews.map((task) => task.rule);
  return [
    { outcome, visibility, reasons, obligations, redactions, bases, rule, releasers, tasks },
    interpretRuleText(question),
  ];
}

describe('The compiled rules', () => {
  const rules = compileRules();

  test(
    `agree with a slow reading of the rule book's text in ${CASES} random questions, which reach all that it can say`,
    () => {
      const said = new Map<string, number>();
      fc.assert(
        fc.property(anyQuestion, (question) => {
          const [fast, { lines, ...slow }] = bothAnswers(question, rules);
          if (JSON.stringify(fast) !== JSON.stringify(slow)) expect(fast).toEqual(slow);
          for (const one of whatWasSaid(question, lines)) said.set(one, (said.get(one) ?? 0) + 1);
        }),
        { numRuns: CASES, seed: SEED },
      );
      const seldom = everythingTheBookSays().filter((one) => (said.get(one) ?? 0) < OFTEN * (CASES / 100_000));
      expect(seldom.map((one) => `${one}: ${said.get(one) ?? 0}`)).toEqual([]);
    },
    2 * CASES,
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
