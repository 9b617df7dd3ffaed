import { londonDateTime } from '@mash/clocks';
import { breachDue, breachDueSoon } from './breach-due';

describe('The 72 hours of UK GDPR article 33(1)', () => {
  test('are three days to the minute on ordinary days', () => {
    expect(breachDue(new Date('2026-11-10T09:17:00Z'))).toEqual(new Date('2026-11-13T09:17:00Z'));
  });

  test('are 72 hours over the night on which the clocks go back: an hour earlier on the clock', () => {
    const due = breachDue(new Date('2026-10-24T09:00:00Z')); // Saturday 10:00 in London
    expect(due).toEqual(new Date('2026-10-27T09:00:00Z'));
    expect(londonDateTime(due)).toMatch(/9:00|9am|09:00/);
  });

  test('are 72 hours over the night on which the clocks go forward: an hour later on the clock', () => {
    const due = breachDue(new Date('2027-03-27T10:00:00Z')); // Saturday 10:00 in London
    expect(due).toEqual(new Date('2027-03-30T10:00:00Z'));
    expect(londonDateTime(due)).toMatch(/11:00|11am/);
  });

  test('run over a bank holiday weekend: known on Maundy Thursday, due on Easter Sunday', () => {
    const due = breachDue(new Date('2027-03-25T16:30:00Z'));
    expect(due.getTime() - Date.parse('2027-03-25T16:30:00Z')).toBe(72 * 3_600_000);
    expect(due).toEqual(new Date('2027-03-28T16:30:00Z'));
  });

  test('a day is left after 48', () => {
    const aware = new Date('2026-12-24T12:00:00Z');
    expect(breachDueSoon(breachDue(aware))).toEqual(new Date('2026-12-26T12:00:00Z'));
  });
});
