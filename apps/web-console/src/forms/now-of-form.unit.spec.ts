import { newId } from '@mash/contracts';
import { nowOfForm } from './now-of-form';

const MINUTE = 60_000;

describe('Now, for a form that says "so many hours ago"', () => {
  const made = Date.parse('2026-11-24T10:00:00.000Z');
  const fields = { _once: newId(made) };
  const after = (minutes: number, its: object = fields) =>
    (nowOfForm({ ...its }, new Date(made + minutes * MINUTE)).getTime() - made) / MINUTE;

  test('is the same where it is sent twice, and an hour early at most', () => {
    expect([0, 1, 59, 60, 119, 120].map((minutes) => after(minutes))).toEqual([0, 0, 0, 60, 60, 120]);
  });

  test('is now where the page has no mark, or one that is not of its time', () => {
    expect(after(7, {})).toBe(7);
    expect(after(7, { _once: ['x'] })).toBe(7);
    expect(after(7, { _once: newId(made + 60 * MINUTE) })).toBe(7);
  });
});
