import { reviewLevel } from './review-level';

const raisedAt = new Date('2026-11-23T09:00:00Z');
const dueAt = new Date('2026-11-23T09:15:00Z');
const at = (minutes: number) => reviewLevel({ raisedAt, dueAt, now: new Date(raisedAt.getTime() + minutes * 60_000) });

describe('A REVIEW that waits', () => {
  test.each([
    [0, 'releaser'],
    [7, 'releaser'],
    [8, 'deputy'],
    [15, 'senior'],
    [29, 'senior'],
    [30, 'hub_and_ig'],
    [600, 'hub_and_ig'],
  ] as const)('after %s minutes of a red clock is with %s', (minutes, level) => {
    expect(at(minutes)).toBe(level);
  });
});
