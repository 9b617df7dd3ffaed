import { newId, type BrokenGlassView } from '@mash/contracts';
import { glassPage, glassQueue } from './broken-glass.presenter';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const aGlass = (changes: Partial<BrokenGlassView> = {}): BrokenGlassView => ({
  ...{
    glassId: newId(),
    enquiryId: newId(),
    reference: 'E-7K2Q4X9',
    accountId: 'account-4',
    reason: 'immediate_danger',
  },
  ...{ brokenAt: '2026-11-24T09:30:00.000Z', endsAt: '2026-11-24T10:30:00.000Z' },
  ...{ live: true, reviews: [], settled: false, mayReview: true, ...changes },
});

describe('Broken glass, as information governance reads it', () => {
  test('is open until it is found justified, and can be shut while it lives', () => {
    const { heading, rows } = glassPage([aGlass()], NOW);
    expect(heading).toBe('1 broken glass waits for a review');
    expect(rows[0]?.sentence).toMatch(/because a child may be in danger now\. Open until/);
    expect(rows[0]?.actions.map(({ text }) => text)).toEqual([
      'Justified',
      'Ask manager',
      'Investigate',
      'Shut it now',
    ]);
  });

  test('says how it ended, and what was made of it, by whom', () => {
    const ended = { live: false, endedAt: '2026-11-24T09:40:00.000Z' };
    const reviews = [{ verdict: 'justified' as const, by: 'account-14', at: '2026-11-24T09:50:00.000Z' }];
    const { heading, rows } = glassPage([aGlass({ ...ended, reviews, settled: true, mayReview: false })], NOW);
    expect(heading).toBe('No broken glass waits for your review');
    expect(rows[0]).toMatchObject({ isOpen: false, actions: [] });
    expect(rows[0]?.sentence).toMatch(/Ended .*, by hand\./);
    expect(rows[0]?.history).toEqual([expect.stringMatching(/^Found justified, .*, by account-14$/)]);
  });

  test('says of no manager that they were asked: that is a note of an officer who is to ask', () => {
    const reviews = [{ verdict: 'ask_manager' as const, by: 'account-14', at: '2026-11-24T09:50:00.000Z' }];
    const { rows } = glassPage([aGlass({ reviews })], NOW);
    expect(rows[0]?.history).toEqual([
      expect.stringMatching(/^Noted: their manager is to be asked, .*, by account-14$/),
    ]);
  });

  test('stands on the desk while it waits, the oldest first, and says where it cannot be had', () => {
    const older = aGlass({ reference: 'E-2222222', brokenAt: '2026-11-23T09:30:00.000Z', live: false });
    const all = [aGlass(), older, aGlass({ settled: true })];
    const { rows } = glassQueue({ isThere: true, value: all }, NOW);
    expect(rows.map(({ text }) => text.slice(0, 9))).toEqual(['E-2222222', 'E-7K2Q4X9']);
    expect(glassQueue({ isThere: false, because: 'down' }, NOW)).toMatchObject({ rows: [], missing: 'down' });
  });
});
