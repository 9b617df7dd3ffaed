import type { HolderStatement } from './holder-statement';
import { coversItem } from './covers-item';
import { isAlertHeld, isUnsafeToTell, whatStands } from './what-stands';

const to = { audience: 'team_sc', agencyId: 'social-care' };
const again = { itemId: 'again', alsoIds: ['first'], agencyId: 'police' };
const which = { ...again, personId: 'child', audience: to.audience, toAgencyId: to.agencyId };
const now = new Date('2026-11-10T12:00:00Z');

let hour = 0;
const said = (
  itemId: string,
  facts: HolderStatement['facts'],
  its: Partial<HolderStatement> = {},
): HolderStatement => ({
  ...{ statementId: `s-${String((hour += 1))}`, itemId, agencyId: 'police', statedBy: 'an officer', reviewId: null },
  ...{ statedAt: new Date(Date.UTC(2026, 10, 1, hour)), isAuthorised: true, facts, content: { reason: 'So.' } },
  ...its,
});
const stands = (...statements: HolderStatement[]) => whatStands(statements, { ...which, now });

const REFUSED = { says: 'refused', to } as const;
const RELEASED = { says: 'released_as_it_stands', to } as const;
const IN_WORDS = { says: 'released_wording', to, hidesSource: true } as const;
const words = { content: { reason: 'So.', wording: 'Visit in pairs.' } };

describe('What was said of an item that comes again', () => {
  test.each<[HolderStatement['facts'], boolean]>([
    [REFUSED, true],
    [{ says: 'detriment', to, personId: 'child' }, true],
    [{ says: 'relevance', relevance: 'irrelevant' }, true],
    [{ says: 'relevance', relevance: 'relevant' }, false],
    [{ says: 'telling_held' }, true],
    [{ says: 'telling_cleared' }, false],
    [{ says: 'unsafe_set' }, true],
    [{ says: 'unsafe_cleared' }, false],
    [{ says: 'unreadable' }, true],
    [{ says: 'sanitised' }, true],
    [IN_WORDS, true],
    [RELEASED, false],
    [{ says: 'condition_met', viewerId: 'a viewer' }, false],
    [{ says: 'taken_back', to }, false],
    [{ says: 'detriment_ended', to }, false],
  ])('counts for it where it closes: %j', (facts, counts) => {
    expect(coversItem(said('first', facts), again)).toBe(counts);
    expect(coversItem(said('again', facts), again)).toBe(true);
    expect(coversItem(said('another', facts), again)).toBe(false);
    expect(coversItem(said('again', facts, { agencyId: 'health' }), again)).toBe(false);
    expect(coversItem(said('first', facts, { agencyId: 'health' }), again)).toBe(false);
    expect(coversItem(said('again', facts), { itemId: 'first', agencyId: 'police' })).toBe(false);
  });

  test('is a no until its own yes, whatever the first was released to since', () => {
    expect(stands(said('first', REFUSED)).release).toBe('refused');
    expect(stands(said('first', REFUSED), said('first', RELEASED)).release).toBe('refused');
    expect(stands(said('first', REFUSED), said('again', RELEASED)).release).toBe('released');
    expect(stands(said('again', RELEASED), said('first', REFUSED)).release).toBe('refused');
    expect(stands(said('first', RELEASED)).release).toBe('none');
  });

  test('is no wording for it, and says only that it is not to be read as it stands', () => {
    const given = [said('first', IN_WORDS, words), said('first', { says: 'sanitised' }, words)];
    for (const one of given) {
      expect(stands(one)).toMatchObject({
        release: 'unknown',
        wording: 'as_it_stands',
        hidesSource: false,
        wordings: [],
      });
      expect(stands(one).sanitisedText).toBeUndefined();
    }
    expect(stands(...given, said('again', RELEASED)).release).toBe('released');
    const elsewhere = { ...IN_WORDS, to: { audience: 'team_eh', agencyId: 'early-help' } };
    expect(stands(said('first', elsewhere, words)).release).toBe('none');
  });

  test('is read in its own words, whatever words another is given since', () => {
    const own = { content: { reason: 'So.', wording: 'Visit by day.' } };
    const [first, again] = [said('again', IN_WORDS, own), said('first', IN_WORDS, words)];
    const hidden = said('first', { says: 'sanitised' }, words);
    expect(stands(first, again, hidden)).toMatchObject({ release: 'released', wording: { text: 'Visit by day.' } });
    const forAll = [said('again', { says: 'sanitised' }, own), said('again', RELEASED)];
    expect(stands(...forAll, again, hidden)).toMatchObject({ release: 'released', sanitisedText: 'Visit by day.' });
    const asItStands = said('again', RELEASED);
    expect(stands(first, asItStands, said('first', IN_WORDS, words)).release).toBe('unknown');
    expect(stands(first, said('again', REFUSED), said('first', IN_WORDS, words)).release).not.toBe('released');
  });

  test('holds a telling until it is cleared for it too', () => {
    const held = [said('first', { says: 'telling_held' }), said('first', { says: 'unsafe_set' })];
    const cleared = [said('first', { says: 'telling_cleared' }), said('first', { says: 'unsafe_cleared' })];
    const own = [said('again', { says: 'telling_cleared' }), said('again', { says: 'unsafe_cleared' })];
    const item = { ...again, flags: [] };
    expect([isAlertHeld(held, item), isUnsafeToTell(held, item)]).toEqual([true, true]);
    const all = [...held, ...cleared];
    expect([isAlertHeld(all, item), isUnsafeToTell(all, item)]).toEqual([true, true]);
    expect([isAlertHeld([...all, ...own], item), isUnsafeToTell([...all, ...own], item)]).toEqual([false, false]);
  });
});
