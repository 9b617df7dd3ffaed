import type { BreachSays } from '@mash/contracts';
import { breachStands, mayClose, toldBy } from './breach-stands';

const due = new Date('2026-11-13T09:00:00Z');
const before = new Date('2026-11-13T08:59:00Z');
const after = new Date('2026-11-13T09:01:00Z');
const said = (...all: BreachSays[]) => all.map((says) => ({ says, doneAt: null, madeAt: before }));

describe('What the record of a breach comes to', () => {
  test('nothing said: the clock runs, and is late past its time', () => {
    expect(breachStands([], due, before)).toEqual({
      ...{ ico: 'undecided', tellPeople: 'undecided', isClockRunning: true, late: false, toldLate: false },
    });
    expect(breachStands([], due, after).late).toBe(true);
  });

  test('meaning to tell stops no clock; telling does, and so does a reason for none', () => {
    expect(breachStands(said('ico_will_tell'), due, after)).toMatchObject({ isClockRunning: true, late: true });
    expect(breachStands(said('ico_will_tell', 'ico_told'), due, after)).toMatchObject({ ico: 'told', late: false });
    expect(breachStands(said('ico_need_not'), due, after)).toMatchObject({ isClockRunning: false, late: false });
  });

  test('a changed mind sets the clock going again', () => {
    expect(breachStands(said('ico_need_not', 'ico_will_tell'), due, after).late).toBe(true);
  });

  test('told after the 72 hours is told late', () => {
    const told = [{ says: 'ico_told' as const, doneAt: after, madeAt: after }];
    expect(breachStands(told, due, after).toldLate).toBe(true);
    expect(breachStands([{ ...told[0]!, doneAt: before }], due, after).toldLate).toBe(false);
  });

  test('what is told later only adds to what was told in time, unless somebody said otherwise between', () => {
    const told = (doneAt: Date) => ({ says: 'ico_told' as const, doneAt, madeAt: doneAt });
    expect(breachStands([told(before), told(after)], due, after).toldLate).toBe(false);
    expect(toldBy([told(before), told(after)])).toMatchObject({ doneAt: before });
    const otherwise = { says: 'ico_will_tell' as const, doneAt: null, madeAt: before };
    expect(breachStands([told(before), otherwise, told(after)], due, after).toldLate).toBe(true);
    expect(toldBy([told(before), otherwise])).toBeUndefined();
  });

  test('it closes once both questions are settled', () => {
    expect(mayClose(breachStands(said('ico_need_not'), due, before))).toBe(false);
    expect(mayClose(breachStands(said('ico_told', 'people_will_tell'), due, before))).toBe(false);
    expect(mayClose(breachStands(said('ico_told', 'people_told'), due, before))).toBe(true);
    expect(breachStands(said('ico_told', 'people_told', 'closed'), due, before).closedAt).toEqual(before);
  });
});
