import { dueAt, ENGLAND_BANK_HOLIDAYS, type ClockRule, type Duration, type OpeningHours } from './index';

const office: OpeningHours = {
  mon: '09:00-17:00',
  tue: '09:00-17:00',
  wed: '09:00-17:00',
  thu: '09:00-17:00',
  fri: '09:00-16:30',
  sat: 'closed',
  sun: 'closed',
  bankHolidays: 'closed',
};
const always = Object.fromEntries(Object.keys(office).map((day) => [day, '00:00-24:00'])) as unknown as OpeningHours;

function due(start: string, duration: Duration, more: Partial<ClockRule> = {}): string {
  const rule = {
    start: new Date(start),
    duration,
    basis: 'working',
    hours: office,
    holidays: ENGLAND_BANK_HOLIDAYS,
  } as const;
  return dueAt({ ...rule, ...more }).toISOString();
}

describe('An elapsed clock', () => {
  test('counts every minute, nights and weekends too', () => {
    expect(due('2026-11-27T16:00:00Z', { hours: 24 }, { basis: 'elapsed' })).toBe('2026-11-28T16:00:00.000Z');
  });

  test('gives a real 24 hours over both clock changes', () => {
    expect(due('2026-03-28T12:00:00Z', { hours: 24 }, { basis: 'elapsed' })).toBe('2026-03-29T12:00:00.000Z');
    expect(due('2026-10-24T11:00:00Z', { hours: 24 }, { basis: 'elapsed' })).toBe('2026-10-25T11:00:00.000Z');
  });

  test('has no reading in working days', () => {
    expect(() => due('2026-11-23T10:00:00Z', { workingDays: 1 }, { basis: 'elapsed' })).toThrow('elapsed');
  });
});

describe('A working clock', () => {
  test('carries over what is left at closing time to the next opening', () => {
    expect(due('2026-11-23T16:00:00Z', { hours: 2 })).toBe('2026-11-24T10:00:00.000Z');
  });

  test('ends at closing time rather than at the next opening', () => {
    expect(due('2026-11-23T16:00:00Z', { hours: 1 })).toBe('2026-11-23T17:00:00.000Z');
  });

  test('starts at the next opening when the concern comes at night or over the weekend', () => {
    expect(due('2026-11-23T03:00:00Z', { minutes: 30 })).toBe('2026-11-23T09:30:00.000Z');
    expect(due('2026-11-27T16:30:00Z', { minutes: 30 })).toBe('2026-11-30T09:30:00.000Z');
    expect(due('2026-11-28T12:00:00Z', { minutes: 30 })).toBe('2026-11-30T09:30:00.000Z');
  });

  test('passes over Christmas and its substitute day', () => {
    expect(due('2026-12-24T16:00:00Z', { hours: 2 })).toBe('2026-12-29T10:00:00.000Z');
  });

  test('keeps London opening times on either side of a clock change', () => {
    expect(due('2026-03-27T16:00:00Z', { hours: 1 })).toBe('2026-03-30T08:30:00.000Z');
    expect(due('2026-10-23T15:00:00Z', { hours: 1 })).toBe('2026-10-26T09:30:00.000Z');
  });

  test('counts the hour that a night hub gains in autumn and loses in spring', () => {
    expect(due('2026-10-24T23:00:00Z', { hours: 25 }, { hours: always })).toBe('2026-10-26T00:00:00.000Z');
    expect(due('2026-03-29T00:00:00Z', { hours: 23 }, { hours: always })).toBe('2026-03-29T23:00:00.000Z');
  });

  test('runs on past closing time where Red overrides opening hours', () => {
    expect(due('2026-11-27T16:00:00Z', { hours: 2 }, { runsOutOfHours: true })).toBe('2026-11-27T18:00:00.000Z');
  });

  test('refuses opening hours that never open', () => {
    const never = Object.fromEntries(Object.keys(office).map((day) => [day, 'closed'])) as unknown as OpeningHours;
    expect(() => due('2026-11-23T10:00:00Z', { hours: 1 }, { hours: never })).toThrow('never open');
  });

  test.each(['9:00-17:00', '17:00-09:00', '09:00-25:00', ''])('refuses "%s" as opening hours', (mon) => {
    expect(() => due('2026-11-23T10:00:00Z', { hours: 1 }, { hours: { ...office, mon } })).toThrow(RangeError);
  });
});

describe('Working days', () => {
  test('end at the same time of day so many working days on', () => {
    expect(due('2026-11-23T10:15:00Z', { workingDays: 1 })).toBe('2026-11-24T10:15:00.000Z');
    expect(due('2026-11-26T10:15:00Z', { workingDays: 2 })).toBe('2026-11-30T10:15:00.000Z');
  });

  test('come forward to closing time where the day closes earlier', () => {
    expect(due('2026-11-26T16:45:00Z', { workingDays: 1 })).toBe('2026-11-27T16:30:00.000Z');
  });

  test('count from the next working moment for what arrives out of hours', () => {
    expect(due('2026-11-28T20:00:00Z', { workingDays: 1 })).toBe('2026-12-01T09:00:00.000Z');
  });

  test('leave out weekends and bank holidays even where the hub opens on them', () => {
    expect(due('2026-04-02T10:00:00Z', { workingDays: 1 }, { hours: always })).toBe('2026-04-07T10:00:00.000Z');
  });

  test('keep the London time of day over a clock change', () => {
    expect(due('2026-10-23T10:00:00Z', { workingDays: 1 })).toBe('2026-10-26T11:00:00.000Z');
  });

  test('pass 29 February like any other day', () => {
    expect(due('2028-02-28T10:00:00Z', { workingDays: 2 })).toBe('2028-03-01T10:00:00.000Z');
  });
});

describe('A pause', () => {
  const pauses = [
    { from: new Date('2026-11-23T11:00:00Z'), to: new Date('2026-11-23T12:30:00Z'), why: 'Waiting for the caller' },
  ];

  test('moves the due time by the open time it takes', () => {
    expect(due('2026-11-23T10:00:00Z', { hours: 2 }, { pauses })).toBe('2026-11-23T13:30:00.000Z');
  });

  test('counts once where pauses overlap', () => {
    const twice = [
      ...pauses,
      { from: new Date('2026-11-23T12:00:00Z'), to: new Date('2026-11-23T12:30:00Z'), why: 'Again' },
    ];
    expect(due('2026-11-23T10:00:00Z', { hours: 2 }, { pauses: twice })).toBe('2026-11-23T13:30:00.000Z');
  });

  test('takes nothing from a working clock while the hub is shut', () => {
    const night = [{ from: new Date('2026-11-23T18:00:00Z'), to: new Date('2026-11-24T08:00:00Z'), why: 'Overnight' }];
    expect(due('2026-11-23T16:00:00Z', { hours: 2 }, { pauses: night })).toBe('2026-11-24T10:00:00.000Z');
  });

  test('that is still open gives no due time unless one says from when on it would go on', () => {
    const open = [{ from: new Date('2026-11-23T11:00:00Z'), why: 'Waiting' }];
    expect(() => due('2026-11-23T10:00:00Z', { hours: 2 }, { pauses: open })).toThrow('paused');
    const now = new Date('2026-11-23T14:00:00Z');
    expect(due('2026-11-23T10:00:00Z', { hours: 2 }, { pauses: open, now })).toBe('2026-11-23T15:00:00.000Z');
  });

  test('moves working days as a whole', () => {
    expect(due('2026-11-23T10:00:00Z', { workingDays: 1 }, { pauses })).toBe('2026-11-24T11:30:00.000Z');
  });
});
