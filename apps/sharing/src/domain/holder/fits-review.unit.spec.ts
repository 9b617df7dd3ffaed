import type { HolderStatementFacts } from '@mash/sealing';
import { fitsReview } from './fits-review';

const to = { audience: 'team_sc', agencyId: 'social-care' };
const asked = {
  ...{ aboutKind: 'item', audience: 'team_sc', toAgencyId: 'social-care', personId: 'child' },
  rule: 'R-HOLD-04a',
};
const fits = (facts: HolderStatementFacts, isRelease: boolean, changes: object = {}) =>
  fitsReview(facts, isRelease, { ...asked, ...changes });

describe('A statement that answers a REVIEW', () => {
  test('says yes with a yes and no with a no', () => {
    expect(fits({ says: 'released_as_it_stands', to }, true)).toBe(true);
    expect(fits({ says: 'released_as_it_stands', to }, false)).toBe(false);
    expect(fits({ says: 'refused', to }, false)).toBe(true);
    expect(fits({ says: 'refused', to }, true)).toBe(false);
    expect(fits({ says: 'relevance', relevance: 'irrelevant' }, true)).toBe(false);
    expect(fits({ says: 'relevance', relevance: 'relevant' }, true)).toBe(true);
  });

  test('is about the recipient and the child that were asked about', () => {
    expect(fits({ says: 'refused', to: { ...to, agencyId: 'another' } }, false)).toBe(false);
    expect(fits({ says: 'refused', to: { ...to, audience: 'team_eh' } }, false)).toBe(false);
    expect(fits({ says: 'detriment', to, personId: 'child', reviewBy: '2026-11-20' }, false)).toBe(true);
    expect(fits({ says: 'detriment', to, personId: 'a sibling', reviewBy: '2026-11-20' }, false)).toBe(false);
  });

  test('that somebody has called is about the condition, and answers nothing that is asked for everybody', () => {
    const met = { says: 'condition_met', viewerId: 'an-analyst' } as const;
    expect(fits(met, true, { rule: 'R-HOLD-02b' })).toBe(true);
    expect(fits(met, false, { rule: 'R-HOLD-02b' })).toBe(false);
    expect(fits(met, true, { rule: 'R-SRC-01' })).toBe(false);
    expect(fits({ says: 'released_as_it_stands', to }, true, { rule: 'R-HOLD-02b' })).toBe(true);
  });

  test('about a letter clears or renews "do not alert", and nothing else', () => {
    const letter = { aboutKind: 'product', audience: 'referrer_pro' };
    expect(fits({ says: 'telling_cleared' }, true, letter)).toBe(true);
    expect(fits({ says: 'telling_held' }, false, letter)).toBe(true);
    expect(fits({ says: 'telling_held' }, true, letter)).toBe(false);
    expect(fits({ says: 'refused', to: { ...to, audience: 'referrer_pro' } }, false, letter)).toBe(false);
  });
});
