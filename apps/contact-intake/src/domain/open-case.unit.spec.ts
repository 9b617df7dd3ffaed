import { newId } from '@mash/contracts';
import { allocatedWorkerOf, isLookedUp } from './open-case';
import { IntakeRefusal } from './intake-refusal';
import { requireReadableRegister } from './readable-register';
import { samePersonKeys } from './same-person-keys';

const wren = { personId: newId(), forenames: 'Wren', surname: "O'Quill", birthDate: { year: 2019, month: 3, day: 7 } };
const worker = { workerName: 'Ash Pending', team: 'Assessment 2' };

describe('The open-case test', () => {
  test('finds the worker by the id of the person', () => {
    expect(allocatedWorkerOf(wren, [{ ...worker, personId: wren.personId }])).toMatchObject({ name: 'Ash Pending' });
    expect(allocatedWorkerOf(wren, [{ ...worker, personId: newId() }])).toBeUndefined();
  });

  test('finds the worker by whole name and whole birth date, however they were typed', () => {
    const row = { ...worker, forenames: 'WREN', surname: 'o quíll', birthDate: wren.birthDate };
    expect(allocatedWorkerOf(wren, [row])).toMatchObject({ team: 'Assessment 2' });
  });

  test('never guesses: another day, or a date that is only about right, is nobody', () => {
    const row = { ...worker, forenames: 'Wren', surname: "O'Quill" };
    expect(allocatedWorkerOf(wren, [{ ...row, birthDate: { year: 2019, month: 3, day: 8 } }])).toBeUndefined();
    expect(allocatedWorkerOf(wren, [{ ...row, birthDate: { ...wren.birthDate, approximate: true } }])).toBeUndefined();
    expect(
      allocatedWorkerOf({ ...wren, birthDate: { year: 2019 } }, [{ ...row, birthDate: wren.birthDate }]),
    ).toBeUndefined();
  });

  test('takes the newest of two allocations', () => {
    const rows = ['2025-01-01', '2026-10-01', '2024-01-01'].map((since) => ({
      ...worker,
      personId: wren.personId,
      since,
    }));
    expect(allocatedWorkerOf(wren, rows)?.since).toBe('2026-10-01');
  });

  test('is asked only of somebody whom a human has looked up', () => {
    expect(
      (['matched', 'new', 'cannot_tell', 'not_looked'] as const).map((matched) => isLookedUp({ matched })),
    ).toEqual([true, true, false, false]);
  });
});

describe('A register of allocated workers', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const read =
    (asOf: string, ...rows: object[]) =>
    () =>
      requireReadableRegister({ asOf, rows: rows.map((row) => ({ ...worker, ...row })) }, now);

  test('is taken where each row says whose worker it is', () => {
    expect(read('2026-11-22T20:00:00Z', { personId: wren.personId }, { ...wren, personId: undefined })).not.toThrow();
  });

  test('is refused whole where one row could never be found, or where it comes from the future', () => {
    expect(read('2026-11-22T20:00:00Z', { forenames: 'Wren' })).toThrow(IntakeRefusal);
    expect(read('2026-11-24T20:00:00Z')).toThrow('INTAKE.REGISTER_UNREADABLE');
  });
});

describe('Keys of probable sameness', () => {
  test('need the whole name with the whole date, or an identifier', () => {
    expect(samePersonKeys(wren)).toEqual(['name:oquill|wren|2019-03-07']);
    expect(samePersonKeys({ ...wren, birthDate: { year: 2019 }, nhsNumber: '9434765919' })).toEqual(['nhs:9434765919']);
    expect(samePersonKeys({ surname: 'Quill' })).toEqual([]);
  });
});
