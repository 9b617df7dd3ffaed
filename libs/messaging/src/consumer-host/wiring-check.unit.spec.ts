import { StepPlannedV1, StepTakenV1 } from '../testing/fixture.contracts';
import { wiringFaults } from './wiring-check';

const wiring = {
  topics: [StepTakenV1.topic],
  handled: [StepTakenV1.type],
  ignored: [StepPlannedV1.type],
  contracts: [StepTakenV1, StepPlannedV1],
};

describe('The wiring of a consumer', () => {
  test('is right when every type that can come is handled or ignored by name', () => {
    expect(wiringFaults(wiring)).toEqual([]);
  });

  test.each([
    ['a type that nobody handles', { ignored: [] }, 'nobody handles it'],
    ['a reaction that nothing reaches', { handled: [StepTakenV1.type, 'fixture.gone'] }, 'no subscribed topic reaches'],
    [
      'a misspelt type to ignore',
      { ignored: [StepPlannedV1.type, 'fixture.planed'] },
      'no subscribed topic carries it',
    ],
    [
      'a type both handled and ignored',
      { ignored: [StepPlannedV1.type, StepTakenV1.type] },
      'both handled and ignored',
    ],
    ['a reaction whose topic is not subscribed', { topics: [] }, 'no subscribed topic reaches'],
  ])('is wrong with %s', (_what, change, fault) => {
    expect(wiringFaults({ ...wiring, ...change }).join()).toContain(fault);
  });
});
