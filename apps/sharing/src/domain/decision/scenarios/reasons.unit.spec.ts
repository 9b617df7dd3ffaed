import { decide } from '../decide';
import { compileRules } from '../engine/compile-rules';
import { REASON_CODES } from '../reasons/reason-code';
import { interpretRuleText } from '../oracle/interpret-rule-text';
import { compared } from './expected.scenarios';
import { REASON_SCENARIOS } from './reason-scenarios.scenarios';

describe('Sharing', () => {
  const rules = compileRules();

  for (const code of REASON_CODES) {
    describe(`because of ${code}`, () => {
      test.each(REASON_SCENARIOS[code].map((one) => [one.sentence, one] as const))(
        '%s',
        (_sentence, { given, then }) => {
          const { got, wanted } = compared(given.question, decide(given.question, rules), then);

          expect(got).toEqual(wanted);
        },
      );

      test('is given by at least one of its scenarios, and the slow reading of the text gives it too', () => {
        const told = REASON_SCENARIOS[code].map(({ given }) => given.question);

        expect(told.some((question) => decide(question, rules).reasons.includes(code))).toBe(true);
        expect(told.some((question) => interpretRuleText(question).reasons.includes(code))).toBe(true);
      });
    });
  }
});
