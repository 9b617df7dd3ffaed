import { decide } from '../decide';
import { compileRules } from '../engine/compile-rules';
import { reasonsAsRead } from '../reasons/reasons-as-read';
import { compared } from './expected.scenarios';
import { WORKED_EXAMPLES } from './worked-examples.scenarios';

describe('The worked examples of the rule book', () => {
  const rules = compileRules();

  test.each(WORKED_EXAMPLES.map((example) => [example.sentence, example] as const))('%s', (_sentence, example) => {
    const { question } = example.given;
    const { got, wanted } = compared(question, decide(question, rules), example.then);

    expect(got).toEqual(wanted);
  });

  test('the deciding rule of example 12 reads HOLD to all but the holder', () => {
    const example = WORKED_EXAMPLES.find(({ sentence }) => sentence.startsWith('12.'))!;
    const { reasons } = decide(example.given.question, rules);

    expect(reasonsAsRead(reasons, 'other')).toContain('HOLD');
    expect(reasonsAsRead(reasons, 'other')).not.toContain('DO_NOT_ALERT');
    expect(reasonsAsRead(reasons, 'holder')).toContain('DO_NOT_ALERT');
  });
});
