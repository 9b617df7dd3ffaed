import { analyst, ELSEWHERE, healthSystem, HERE, ourOwnService } from '../policies/shared/actors.scenarios';
import { isInReach } from './is-in-reach';

describe('Which partnerships an actor works for', () => {
  test.each([
    ['a person', analyst],
    ["an agency's system", healthSystem],
  ])('%s: their own, and no other', (_who, actor) => {
    expect(isInReach(actor, HERE)).toBe(true);
    expect(isInReach(actor, ELSEWHERE)).toBe(false);
  });

  test('a service of ours, which belongs to none: each', () => {
    expect(isInReach(ourOwnService, HERE)).toBe(true);
    expect(isInReach(ourOwnService, ELSEWHERE)).toBe(true);
  });
});
