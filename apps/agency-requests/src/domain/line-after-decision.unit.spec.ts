import { lineAfterDecision } from './line-after-decision';

describe('A line of a request, once sharing has decided', () => {
  test.each([
    ['PERMIT', 'issued'],
    ['DENY', 'denied'],
    ['REVIEW', 'review'],
  ] as const)('%s makes it %s', (outcome, state) => {
    expect(lineAfterDecision('proposed', outcome, false)).toBe(state);
  });

  test('goes on when a human releases it', () => {
    expect(lineAfterDecision('review', 'PERMIT', true)).toBe('issued');
  });

  test('is not unasked by a late decision that follows no other', () => {
    expect(lineAfterDecision('issued', 'DENY', false)).toBe('issued');
    expect(lineAfterDecision('answered', 'REVIEW', false)).toBe('answered');
  });

  test('that was asked is recalled where its basis is gone, and held while a human looks again', () => {
    expect(lineAfterDecision('issued', 'DENY', true)).toBe('recalled');
    expect(lineAfterDecision('issued', 'REVIEW', true)).toBe('held');
    expect(lineAfterDecision('held', 'DENY', true)).toBe('recalled');
  });

  test('is asked again once it is permitted again', () => {
    for (const state of ['held', 'recalled', 'denied'] as const)
      expect(lineAfterDecision(state, 'PERMIT', true)).toBe('issued');
    expect(lineAfterDecision('recalled', 'REVIEW', true)).toBe('held');
    expect(lineAfterDecision('denied', 'REVIEW', true)).toBe('review');
  });

  test('that was answered stays answered: its items are decided when somebody looks', () => {
    for (const outcome of ['PERMIT', 'DENY', 'REVIEW'] as const)
      expect(lineAfterDecision('answered', outcome, true)).toBe('answered');
  });
});
