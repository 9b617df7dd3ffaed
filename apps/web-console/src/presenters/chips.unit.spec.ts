import type { ClockView } from '@mash/contracts';
import { clockChip } from './clock-chip';
import { coverageCard } from './coverage-card';
import { proposedRatingChip, ratingChip } from './rating-chip';

const now = new Date('2026-11-23T13:40:00Z');
const clock = (changes: Partial<ClockView>): ClockView => ({
  code: 'rate',
  startedAt: '2026-11-23T09:00:00Z',
  dueAt: '2026-11-23T15:30:00Z',
  basis: 'working',
  state: 'running',
  leftMinutes: 110,
  assumed: false,
  ...changes,
});

describe('A rating', () => {
  test('is a word and a shape as well as a colour', () => {
    expect(ratingChip('red')).toEqual({ look: 'red', shape: '▲', text: 'Red' });
  });

  test('that nobody gave, and one that is only proposed, do not look like one', () => {
    expect(ratingChip(undefined)).toMatchObject({ look: 'none', text: 'Not rated' });
    expect(proposedRatingChip('red')).toMatchObject({ look: 'proposed', text: 'Proposed: Red' });
  });
});

describe('A clock', () => {
  test('says when it is due, how much is left, and by which hours', () => {
    expect(clockChip(clock({}), now)).toMatchObject({
      look: 'in-time',
      text: 'Due 15:30 today, 1 h 50 min left (working time)',
    });
  });

  test('leaves out the hours in which the hub is shut, where it counts working time', () => {
    const overnight = clock({ dueAt: '2026-11-24T09:30:00Z', leftMinutes: 230 });
    expect(clockChip(overnight, now).text).toBe('Due 09:30 tomorrow, 3 h 50 min left (working time)');
    expect(clockChip({ ...overnight, basis: 'elapsed' }, now).text).toBe('Due 09:30 tomorrow, 19 h 50 min left');
    expect(clockChip({ ...overnight, leftMinutes: 20 }, now).look).toBe('due-soon');
  });

  test('is late in words, never a minus', () => {
    expect(clockChip(clock({ dueAt: '2026-11-23T13:00:00Z', state: 'breached' }), now)).toMatchObject({
      look: 'late',
      text: '40 min late',
    });
  });

  test('names GMT or BST in the hour that comes twice', () => {
    const view = clock({ dueAt: '2026-10-25T01:30:00Z', basis: 'elapsed' });
    expect(clockChip(view, new Date('2026-10-25T00:10:00Z')).text).toBe('Due 01:30 GMT today, 1 h 20 min left');
  });

  test('is due soon in its last half hour, paused, or met', () => {
    expect(clockChip(clock({ dueAt: '2026-11-23T14:00:00Z', leftMinutes: 20 }), now).look).toBe('due-soon');
    expect(clockChip(clock({ state: 'paused' }), now).look).toBe('paused');
    expect(clockChip(clock({ state: 'met', metAt: '2026-11-23T13:02:00Z' }), now).text).toBe('Met 13:02 today');
  });
});

describe('A coverage card', () => {
  test('tells no answer, not asked, and not known apart', () => {
    const states = [
      coverageCard({ agency: 'Police', standing: 'waiting' }),
      coverageCard({ agency: 'Police', standing: 'not_asked' }),
      coverageCard({ agency: 'Police', standing: 'answered', state: 'not_known' }),
    ];
    expect(states.map(({ state, isGap }) => [state, isGap])).toEqual([
      ['No answer yet', true],
      ['Not asked', true],
      ['Not known (they searched)', false],
    ]);
  });

  test('is late in words and with a bar', () => {
    expect(coverageCard({ agency: 'Health', standing: 'waiting', late: '40 min late' })).toMatchObject({
      state: 'No answer yet, 40 min late',
      isLate: true,
    });
  });
});
