import { newId } from '@mash/contracts';
import { nowOfForm } from './now-of-form';
import { onceId } from './once-id';

const MINUTE = 60_000;

describe('Now, for a form that says "so many hours ago"', () => {
  const made = Date.parse('2026-11-24T10:00:00.000Z');
  const after = (minutes: number, madeAt = made) => {
    const id = onceId({ _once: newId(madeAt), hours: '2' }, '/here');
    return (nowOfForm(id, new Date(made + minutes * MINUTE)).getTime() - made) / MINUTE;
  };

  test('is the same where it is sent twice, and an hour early at most', () => {
    expect([0, 1, 59, 60, 119, 120].map((minutes) => after(minutes))).toEqual([0, 0, 0, 60, 60, 120]);
  });

  test('is now where the page claims to be of a later time', () => {
    expect(after(7, made + 60 * MINUTE)).toBe(7);
  });
});
