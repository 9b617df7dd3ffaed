import { clockWords, ENGLAND_BANK_HOLIDAYS, timeLeft, type OpeningHours, type RunningClock } from './index';

const day = '09:00-17:00';
const hours: OpeningHours = {
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: 'closed',
  sun: 'closed',
  bankHolidays: 'closed',
};

function clock(now: string, due: string, more: Partial<RunningClock> = {}): RunningClock {
  const at = { now: new Date(now), due: new Date(due) };
  return { ...at, basis: 'working', hours, holidays: ENGLAND_BANK_HOLIDAYS, ...more };
}

describe('A clock on the screen', () => {
  test('says when it is due, what is left and on what basis', () => {
    const words = clockWords(clock('2026-11-23T13:40:00Z', '2026-11-23T15:30:00Z'));
    expect(words).toEqual({
      state: 'in-time',
      text: 'Due 15:30 today, 1 h 50 min left (working time)',
      due: 'Due 15:30 today',
    });
  });

  test('leaves the basis out when every minute counts', () => {
    expect(clockWords(clock('2026-11-23T13:40:00Z', '2026-11-23T15:30:00Z', { basis: 'elapsed' })).text).toBe(
      'Due 15:30 today, 1 h 50 min left',
    );
  });

  test('says working time, not the night between', () => {
    expect(clockWords(clock('2026-11-23T16:00:00Z', '2026-11-24T10:00:00Z')).text).toBe(
      'Due 10:00 tomorrow, 2 h left (working time)',
    );
  });

  test('is due soon within half an hour', () => {
    expect(clockWords(clock('2026-11-23T15:00:00Z', '2026-11-23T15:30:00Z')).state).toBe('due-soon');
    expect(clockWords(clock('2026-11-23T14:59:00Z', '2026-11-23T15:30:00Z')).state).toBe('in-time');
  });

  test('says late, never a minus', () => {
    expect(clockWords(clock('2026-11-23T15:40:00Z', '2026-11-23T15:00:00Z'))).toMatchObject({
      state: 'late',
      text: '40 min late',
      due: 'Was due 15:00 today',
    });
  });

  test('is late from the first second, rounded up to what is over', () => {
    expect(clockWords(clock('2026-11-23T15:00:01Z', '2026-11-23T15:00:00Z')).text).toBe('1 min late');
  });

  test('is late overnight though no working time has passed', () => {
    expect(clockWords(clock('2026-11-23T20:00:00Z', '2026-11-23T17:00:00Z')).text).toBe('Late: was due 17:00 today');
  });

  test('says that it is paused, since when and why', () => {
    const pauses = [{ from: new Date('2026-11-23T10:05:00Z'), why: 'the caller is ringing back' }];
    expect(clockWords(clock('2026-11-23T13:00:00Z', '2026-11-23T15:00:00Z', { pauses })).text).toBe(
      'Paused 10:05: the caller is ringing back',
    );
  });

  test('names the day when it is neither today nor tomorrow, and the year when it is another one', () => {
    expect(clockWords(clock('2026-11-23T13:40:00Z', '2026-11-27T15:30:00Z')).due).toBe('Due 15:30 Fri 27 Nov');
    expect(clockWords(clock('2026-12-30T13:40:00Z', '2027-01-04T15:30:00Z')).due).toBe('Due 15:30 Mon 4 Jan 2027');
  });

  test('calls the day after a clock-change night tomorrow', () => {
    expect(clockWords(clock('2026-10-24T22:30:00Z', '2026-10-25T00:30:00Z', { basis: 'elapsed' })).text).toBe(
      'Due 01:30 BST tomorrow, 2 h left',
    );
  });
});

describe('Time left', () => {
  test('at the due instant is nothing, and not late', () => {
    expect(timeLeft(clock('2026-11-23T15:00:00Z', '2026-11-23T15:00:00Z'))).toEqual({ ms: 0, late: false });
  });

  test('is counted on the basis of the clock on both sides of the due time', () => {
    const hour = 3_600_000;
    expect(timeLeft(clock('2026-11-27T16:00:00Z', '2026-11-30T10:00:00Z'))).toEqual({ ms: 2 * hour, late: false });
    expect(timeLeft(clock('2026-11-30T10:00:00Z', '2026-11-27T16:00:00Z'))).toEqual({ ms: 2 * hour, late: true });
    expect(timeLeft(clock('2026-11-27T16:00:00Z', '2026-11-30T10:00:00Z', { basis: 'elapsed' })).ms).toBe(66 * hour);
  });
});
