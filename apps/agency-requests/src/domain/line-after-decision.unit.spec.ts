import { lineAfterDecision } from './line-after-decision';

describe('A line of a request, once sharing has decided', () => {
  test.each([
    ['PERMIT', 'issued'],
    ['DENY', 'denied'],
    ['REVIEW', 'review'],
  ] as const)('%s makes it %s', (outcome, state) => {
    expect(lineAfterDecision('proposed', outcome)).toBe(state);
  });

  test('goes on when a human releases it', () => {
    expect(lineAfterDecision('review', 'PERMIT')).toBe('issued');
  });

  test('is not unasked by a late decision', () => {
    expect(lineAfterDecision('issued', 'DENY')).toBe('issued');
    expect(lineAfterDecision('answered', 'REVIEW')).toBe('answered');
  });
});
