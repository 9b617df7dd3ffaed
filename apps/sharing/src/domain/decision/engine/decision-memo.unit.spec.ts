import { decide } from '../decide';
import { content } from '../scenarios/tale.scenarios';
import { compileRules } from './compile-rules';
import { DecisionMemo } from './decision-memo';

const decision = decide(content().question, compileRules());
const keyOf = (n: number): { request: number; people: number; item: number } => ({
  request: n,
  people: 2 ** 40 + n,
  item: n % 3,
});

describe('The memory of decisions', () => {
  test('finds what it was told and nothing else', () => {
    const memo = new DecisionMemo(64);
    for (let n = 0; n < 64; n += 1) memo.remember(keyOf(n), decision);

    expect(Array.from({ length: 64 }, (_, n) => memo.find(keyOf(n))).every((found) => found === decision)).toBe(true);
    expect(memo.find(keyOf(64))).toBeUndefined();
  });

  test('starts anew when it is full, and never grows', () => {
    const memo = new DecisionMemo(4);
    for (let n = 0; n < 5; n += 1) memo.remember(keyOf(n), decision);

    expect(memo.find(keyOf(0))).toBeUndefined();
    expect(memo.find(keyOf(4))).toBe(decision);
  });

  test('remembers nothing when told to remember nothing', () => {
    const memo = new DecisionMemo(0);
    memo.remember(keyOf(1), decision);

    expect(memo.find(keyOf(1))).toBeUndefined();
  });
});
