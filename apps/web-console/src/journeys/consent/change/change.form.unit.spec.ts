import type { RosterPerson } from '@mash/contracts';
import { Posted } from '../../../forms/posted';
import { readChange } from './change.form';

const person = { personId: 'child' } as RosterPerson;
const mother = { personId: 'mother' } as RosterPerson;
const now = new Date('2026-11-24T09:30:00.000Z');
const context = { kind: 'sharing', person, people: [person, mother], agencyIds: ['school', 'police'], now } as const;
const today = { 'said-day': '24', 'said-month': '11', 'said-year': '2026' };
const given = {
  ...{ state: 'given', speaker: 'mother', part: 'parent_with_pr', how: 'telephone', told: 'Who would be asked.' },
  ...today,
};
const read = (change: Record<string, string | string[]> = {}) =>
  readChange(new Posted({ ...given, ...change }), context);
const fields = (change: Record<string, string>) => read(change).errors.map(({ field }) => field);

describe('What somebody says of consent, as it is typed', () => {
  test('is read with who, how, when and what they were told', () => {
    const { change, errors } = read();
    expect(errors).toEqual([]);
    expect(change).toEqual({
      said: {
        ...{ personId: 'child', kind: 'sharing', state: 'given', givenBy: 'parent_with_pr', givenById: 'mother' },
        ...{ how: 'telephone', bodies: [], statedAt: now.toISOString() },
      },
      words: { told: 'Who would be asked.' },
    });
  });

  test('pressed again after what it recalls was shown, is the same statement', () => {
    const shownAt = '2026-11-24T09:28:11.000Z';
    expect(read({ saidAt: shownAt }).change?.said.statedAt).toBe(shownAt);
  });

  test.each(['2026-11-24T09:31:00.000Z', '2026-11-23T09:28:11.000Z', 'soon', ''])(
    'takes no moment that is later, of another day, or none at all: %s',
    (saidAt) => {
      expect(read({ saidAt }).change?.said.statedAt).toBe(now.toISOString());
    },
  );

  test('of an earlier day is of its noon, and of a later one refused', () => {
    expect(read({ 'said-day': '3' }).change?.said.statedAt).toBe('2026-11-03T12:00:00.000Z');
    expect(fields({ 'said-day': '25' })).toEqual(['said-day']);
  });

  test('a yes keeps the agencies and purposes that it names; a no reaches all', () => {
    const only = { bodies: 'school', purposes: ['EH', 'S47'] };
    expect(read(only).change?.said).toMatchObject({ bodies: ['school'], purposes: ['EH'] });
    expect(read({ ...only, state: 'refused' }).change?.said).toMatchObject({ bodies: [] });
    expect(read({ ...only, state: 'refused' }).change?.said.purposes).toBeUndefined();
  });

  test.each([
    [{ state: '' }, ['state']],
    [{ speaker: '' }, ['speaker']],
    [{ part: '' }, ['part']],
    [{ how: '' }, ['how']],
    [{ told: '' }, ['told']],
    [{ state: 'not_sought', ground: '' }, ['ground']],
    [{ state: 'not_sought', ground: 'NS_TEXT' }, ['groundWords']],
    [{ 'said-day': '', 'said-month': '', 'said-year': '' }, ['said-day']],
    [{ evidence: 'x'.repeat(2001) }, ['evidence']],
  ])('%p: the form says where something is missing', (change, expected) => {
    expect(fields(change)).toEqual(expected);
    expect(read(change).change).toBeUndefined();
  });
});
