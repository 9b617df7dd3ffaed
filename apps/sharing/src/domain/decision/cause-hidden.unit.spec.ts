import { decide } from './decide';
import { decisionAsRead } from './decision-as-read';
import { compileRules } from './engine/compile-rules';
import { REASON_CATALOGUE } from './reasons/reason-catalogue';
import { REASON_CODES } from './reasons/reason-code';
import type { Tale } from './scenarios/tale.scenarios';
import { content, onward } from './scenarios/tale.scenarios';

const rules = compileRules();
const read = (tale: Tale) => decisionAsRead(decide(tale.question, rules), 'other');

describe('A cause that only its holder may read', () => {
  test('of a detriment shows neither in reason nor in rule nor in what the holder owes', () => {
    const shown = read(content().where({ detriment: 'recorded' }));

    expect(shown).toMatchObject({ rule: 'hidden', obligations: ['TRY_OTHER_ROUTE'] });
    expect(JSON.stringify(shown)).not.toMatch(/DETRIMENT/);
  });

  test('of gender recognition does not show by the lawyer who will answer', () => {
    expect(read(content().where({ bar: 'gender' }))?.releasers).toEqual(['H']);
    expect(read(content().where({ bar: 'gender', dispute: 'open' }))?.releasers).toEqual(['H', 'M']);
  });

  test('reads the same as any other cause of its kind', () => {
    const withheld = [content().where({ bar: 'gender' }), content().flagged('source_risk')].map(read);

    expect(withheld[0]).toEqual(withheld[1]);
  });

  test('is told to the holder', () => {
    const decision = decide(onward().to('parent').flagged('do_not_alert').question, rules);

    expect(decisionAsRead(decision, 'holder')).toMatchObject({ obligations: ['HOLD_TELLING'], releasers: ['H'] });
  });

  test('is not in the words for the asker, of whatever reason the book marks so', () => {
    const hidden = REASON_CODES.map((code) => REASON_CATALOGUE[code]).filter(({ readsAs }) => readsAs !== undefined);
    const sentences = new Set(hidden.map(({ asker, readsAs }) => `${readsAs ?? ''}: ${asker}`));

    expect([...sentences].sort()).toEqual([
      'HOLD: This is on hold. The agency that holds it will say when it can go on.',
      'WITHHELD: Withheld. Ask the agency that holds it.',
    ]);
  });
});
