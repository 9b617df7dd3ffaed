import { StrategyStep } from '@mash/contracts';
import { checkStrategyStep, mayBecome } from './strategy-discussion';

const taking =
  (newest: StrategyStep | undefined, step: StrategyStep, agencies = ['police'], hasNote = true) =>
  () => {
    checkStrategyStep(newest, { step, agencies, hasNote });
  };

describe('A strategy discussion', () => {
  test.each([
    ['considered, then started, then held', ['considered', 'started', 'held']],
    ['started at once, with more agencies later, then held', ['started', 'started', 'held']],
    ['considered and not held', ['considered', 'not_held']],
    ['started and broken off', ['started', 'not_held']],
  ] as const)('is %s', (_what, steps) => {
    steps.forEach((step, index) => {
      expect(taking(steps[index - 1], step)).not.toThrow();
    });
  });

  test('that has ended takes no further step', () => {
    expect([mayBecome('held'), mayBecome('not_held')]).toEqual([[], []]);
    for (const step of StrategyStep.options) expect(taking('held', step)).toThrow('STRATEGY_STEP_NOT_NEXT');
    expect(taking(undefined, 'held')).toThrow('STRATEGY_STEP_NOT_NEXT');
  });

  test('starts with somebody, and ends with what was concluded or why not', () => {
    expect(taking('considered', 'started', [])).toThrow('STRATEGY_WITHOUT_PARTICIPANTS');
    expect(taking('considered', 'not_held', [], false)).toThrow('STRATEGY_REASON_MISSING');
    expect(taking('started', 'held', [], false)).toThrow('STRATEGY_REASON_MISSING');
    expect(taking(undefined, 'considered', [], false)).not.toThrow();
  });
});
