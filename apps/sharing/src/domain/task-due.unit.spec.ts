import { loadCurrentPack } from '@mash/threshold-packs';
import { OBLIGATION_CODES, OBLIGATIONS, type ObligationCode } from './decision';
import { lawDue, obligationDue, thenDue } from './task-due';

const pack = loadCurrentPack('thurrock');
const reviewDueAt = new Date('2026-11-24T10:15:00Z');
const due = (code: ObligationCode, at: string) =>
  obligationDue(code, pack, { at: new Date(at), reviewDueAt })
    .toISOString()
    .slice(0, 16);

/** Each due of the rule book's section 5, begun at ten on an ordinary Tuesday. */
const ON_TUESDAY: Readonly<Record<ObligationCode, string>> = {
  INFORM_PARENT: '2026-11-26T10:00',
  TELL_OUTCOME: '2026-11-26T10:00',
  TELL_BOTH: '2026-11-26T10:00',
  TELL_CHILD: '2026-11-26T10:00',
  ASK_AGAIN: '2026-11-26T10:00',
  RECORD_WISHES: '2026-11-24T10:00',
  NOT_TELL_PARENT: '2026-11-24T10:00',
  CARRY_DO_NOT_ALERT: '2026-11-24T10:00',
  SHOW_CONDITION: '2026-11-24T10:00',
  COURT_NOTICE: '2026-11-24T10:00',
  HOLD_TELLING: '2026-12-01T10:00',
  RISK_AGAIN: '2026-11-25T10:00',
  STRATEGY_CONSIDERED: '2026-11-25T00:00',
  RECEIPT: '2026-11-24T10:15',
  NEXT_DAY_REVIEW: '2026-11-25T10:00',
  TELL_HOLDER: '2026-11-24T10:00',
  BREAK_GLASS_NOTICE: '2026-11-24T10:00',
  OVERRIDE_REVIEW: '2026-12-01T10:00',
  REQUEST_WORDING: '2026-11-24T10:15',
  CONFIRM_NOW: '2026-11-24T10:15',
  RESEND_NARROW: '2026-11-24T10:00',
  REFERRER_DEFECT: '2026-11-25T10:00',
  TRY_OTHER_ROUTE: '2026-11-25T10:00',
  DETRIMENT_REVIEW: '2026-12-24T10:00',
  RECALL: '2026-11-24T11:00',
  RECALL_REQUEST: '2026-11-24T11:00',
  TELL_RECIPIENTS: '2026-11-24T11:00',
  BREACH_72H: '2026-11-27T10:00',
  AGR_GAP: '2026-12-08T10:00',
  AGR_REVIEW: '2026-12-08T10:00',
  TO_IG: '2026-11-25T10:00',
  TELL_HOME_COUNCIL: '2026-11-25T00:00',
  BEFORE_SCHOOL: '2026-11-25T08:30',
  SERIOUS_HARM_CHECK: '2026-12-08T10:00',
};

describe('When an obligation is due', () => {
  test.each(OBLIGATION_CODES.map((code) => [code, ON_TUESDAY[code]] as const))(
    '%s of a Tuesday at ten is %s',
    (code, at) => {
      expect(due(code, '2026-11-24T10:00:00Z')).toBe(at);
    },
  );

  test.each([
    [
      'two working days before a bank holiday go past it and the weekend',
      'INFORM_PARENT',
      '2026-12-23T10:00:00Z',
      '2026-12-29T10:00',
    ],
    [
      'one working day of Christmas Eve is the day after Boxing Day as it is kept',
      'RISK_AGAIN',
      '2026-12-24T10:00:00Z',
      '2026-12-29T10:00',
    ],
    ['five working days of the week before Easter', 'OVERRIDE_REVIEW', '2027-03-24T10:00:00Z', '2027-04-02T09:00'],
    ['the next working day of a Friday is Monday', 'NEXT_DAY_REVIEW', '2026-11-27T10:00:00Z', '2026-11-30T10:00'],
    ['of a Friday night it is Monday too', 'NEXT_DAY_REVIEW', '2026-11-27T22:00:00Z', '2026-12-01T00:00'],
    ['and of a Saturday', 'NEXT_DAY_REVIEW', '2026-11-28T11:00:00Z', '2026-12-01T00:00'],
    [
      'of the small hours of a working day it is the next',
      'NEXT_DAY_REVIEW',
      '2026-11-25T02:00:00Z',
      '2026-11-26T08:30',
    ],
    ['at once, in the night, is when the hub opens', 'RESEND_NARROW', '2026-11-25T02:00:00Z', '2026-11-25T08:30'],
  ] as const)('%s', (_what, code, from, to) => {
    expect(due(code, from)).toBe(to);
  });

  test.each([
    ['the same day ends at midnight in London, not twelve hours on', '2026-11-24T23:30:00Z', '2026-11-25T00:00'],
    ['in summer that is an hour earlier by the world', '2026-07-14T21:00:00Z', '2026-07-14T23:00'],
    ['and late on a summer evening it is the next day already', '2026-07-14T23:10:00Z', '2026-07-15T23:00'],
    ['on the night the clocks go back the day has 25 hours', '2026-10-25T00:30:00Z', '2026-10-26T00:00'],
    ['on the night they go forward it has 23', '2027-03-28T00:30:00Z', '2027-03-28T23:00'],
  ])('%s', (_what, from, to) => {
    expect([due('STRATEGY_CONSIDERED', from), due('TELL_HOME_COUNCIL', from)]).toEqual([to, to]);
  });

  test.each([
    ['of a night it is that morning', '2026-11-25T03:00:00Z', '2026-11-25T08:30'],
    ['of a school morning it is the next', '2026-11-25T08:30:00Z', '2026-11-26T08:30'],
    ['of a Friday it is Monday', '2026-11-27T20:00:00Z', '2026-11-30T08:30'],
    ['over Christmas no bank holiday counts', '2026-12-24T20:00:00Z', '2026-12-29T08:30'],
    [
      'over the weekend of the clock change it is half past eight as the school has it',
      '2027-03-27T20:00:00Z',
      '2027-03-30T07:30',
    ],
  ])('before the next school day starts: %s', (_what, from, to) => {
    expect(due('BEFORE_SCHOOL', from)).toBe(to);
  });

  test.each([
    ['a month of the law is a calendar month', '2026-11-24T10:00:00Z', '2026-12-24T10:00:00.000Z'],
    ['of the last of January to the last of February', '2027-01-31T10:00:00Z', '2027-02-28T10:00:00.000Z'],
    ['over a clock change to the same time of day', '2027-03-10T10:00:00Z', '2027-04-10T09:00:00.000Z'],
  ])('%s', (_what, from, to) => {
    const at = { at: new Date(from), reviewDueAt };
    expect(lawDue('INFORM_PARENT', pack, at)?.toISOString()).toBe(to);
    expect(lawDue('SERIOUS_HARM_CHECK', pack, at)?.toISOString()).toBe(to);
    expect(lawDue('RISK_AGAIN', pack, at)).toBeUndefined();
  });

  test('72 hours and one hour are by the wall clock, through the repeated hour too', () => {
    expect(due('BREACH_72H', '2026-10-24T12:00:00Z')).toBe('2026-10-27T12:00');
    expect(due('RECALL', '2026-10-25T00:30:00Z')).toBe('2026-10-25T01:30');
  });

  test('thirty days of a detriment are calendar days, to the same time of day', () => {
    expect(due('DETRIMENT_REVIEW', '2026-10-10T09:00:00Z')).toBe('2026-11-09T10:00');
  });

  test('a second part begins when the first is done: five working days to look again, one to confirm destruction', () => {
    const after = (code: ObligationCode) => thenDue(code, pack, new Date('2026-11-24T10:00:00Z'))?.toISOString();
    expect(after('INFORM_PARENT')).toBe('2026-12-01T10:00:00.000Z');
    expect(after('RECALL')).toBe('2026-11-25T10:00:00.000Z');
    expect(after('RISK_AGAIN')).toBeUndefined();
    expect(Object.values(OBLIGATIONS).filter(({ then }) => then).length).toBe(4);
  });
});
