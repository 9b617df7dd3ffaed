import { CODED_FACTS, codesOf, LIST_FACT_CODES, LIST_FACTS } from '../facts/fact-catalogue';
import type { SharingQuestion } from '../facts/sharing-question';
import { content } from '../scenarios/tale.scenarios';
import { UNITS_ABOVE } from './fact-weights';
import { writeQuestionKey } from './question-key';

const keyOf = (question: SharingQuestion, period = 0): string => {
  const key = { request: 0, people: 0, item: 0 };
  writeQuestionKey(question, period, key);
  return JSON.stringify(key);
};

describe('The key of a question', () => {
  const { question } = content();

  test.each(CODED_FACTS)('tells every code of %s from every other', (fact) => {
    const keys = codesOf(fact).map((code) => keyOf({ ...question, [fact]: code }));

    expect(new Set(keys).size).toBe(codesOf(fact).length);
    expect(keys.join()).not.toMatch(/null|NaN/);
  });

  test.each(LIST_FACTS)('tells every code in %s, in any order and however often', (list) => {
    const codes: readonly string[] = LIST_FACT_CODES[list];
    const keys = codes.map((code) => keyOf({ ...question, [list]: [code] }));

    expect(new Set([...keys, keyOf(question)]).size).toBe(codes.length + 1);
    expect(keyOf({ ...question, [list]: [...codes, ...codes] })).toBe(
      keyOf({ ...question, [list]: [...codes].reverse() }),
    );
  });

  test('tells the periods of the law apart', () => {
    expect(keyOf(question, 1)).not.toBe(keyOf(question, 0));
  });

  test('stays exact: with a hundred periods and all lists every word is a safe integer', () => {
    const [request = 0, people = 0, item = 0] = UNITS_ABOVE;

    expect(Number.isSafeInteger(request)).toBe(true);
    expect(Number.isSafeInteger(people * 100)).toBe(true);
    expect(Number.isSafeInteger(item * 2 ** 16)).toBe(true);
  });
});
