import type { ConsentStanding } from '@mash/contracts';
import { asOnePerson } from './as-one-person';
import { takesAway } from './consent-standing';
import { lineEffect } from './line-effect';
import { restsOnOf } from './rests-on';

describe('A line, when consent changes', () => {
  const effect = (now: 'PERMIT' | 'DENY' | 'REVIEW', then: typeof now, rest = {}) =>
    lineEffect({ now, then, differs: false, ...rest });

  test('that was permitted is recalled where it would be denied, and held where a human would look', () => {
    expect(effect('PERMIT', 'DENY')).toBe('recalled');
    expect(effect('PERMIT', 'REVIEW')).toBe('held');
    expect(effect('PERMIT', 'PERMIT')).toBe('stays');
  });

  test('that waits for a human is asked anew only where its question changed', () => {
    expect(effect('REVIEW', 'REVIEW')).toBe('stays');
    expect(effect('REVIEW', 'REVIEW', { differs: true })).toBe('human_looks_again');
    expect(effect('REVIEW', 'DENY')).toBe('not_allowed');
    expect(effect('REVIEW', 'DENY', { state: 'held' })).toBe('recalled');
  });

  test('is never let through by itself', () => {
    for (const now of ['REVIEW', 'DENY'] as const) expect(effect(now, 'PERMIT')).toBe('may_be_asked_again');
  });

  test('that was answered stays answered', () => {
    expect(effect('PERMIT', 'DENY', { state: 'answered' })).toBe('answered_already');
  });
});

describe('What an earlier permit rested on', () => {
  test('is agreement where consent was given, or the young person agreed', () => {
    expect(restsOnOf(['CONSENT_GIVEN', 'AGREED_DEFAULT'])).toBe('agreement');
    expect(restsOnOf(['CHILD_AGREES'])).toBe('agreement');
  });

  test('is something else at section 47, with a ground for not asking, or against a refusal', () => {
    for (const reason of ['CONSENT_NOT_BASIS', 'NOT_SOUGHT_GROUND', 'CONSENT_REFUSED'])
      expect(restsOnOf([reason, 'AGREED_DEFAULT'])).toBe('other');
  });
});

describe('What a statement takes away', () => {
  const stands = (state: ConsentStanding['state'], dispute = false): ConsentStanding => ({
    ...{ personId: 'p', kind: 'sharing', state, dispute, groundCounts: false },
    ...{ parentalResponsibilityProven: true, speaksForThemselves: false },
  });

  test('is a yes that becomes a no, or parents who come to differ', () => {
    expect(takesAway(stands('given'), stands('withdrawn'))).toBe(true);
    expect(takesAway(stands('unknown'), stands('refused'))).toBe(true);
    expect(takesAway(stands('given'), stands('given', true))).toBe(true);
    expect(takesAway(stands('given'), stands('not_sought'))).toBe(true);
  });

  test('is nothing where no was read before, or a no becomes a yes', () => {
    expect(takesAway(stands('refused'), stands('refused'))).toBe(false);
    expect(takesAway(stands('refused'), stands('given'))).toBe(false);
    expect(takesAway(stands('given', true), stands('given', true))).toBe(false);
  });
});

describe('People who were matched in between', () => {
  const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour));
  const said = (personId: string, givenById: string | null = null, its: object = {}) => ({
    ...{ personId, givenById, givenBy: 'parent_with_pr', state: 'given', recordedAt: at(10), writtenAt: null },
    ...its,
  });

  test('are one person and one speaker, under the id of today', () => {
    const people = [
      { personId: 'child', formerIds: ['mention'] },
      { personId: 'mother', formerIds: ['her-mention'] },
    ];
    expect(asOnePerson([said('mention', 'her-mention'), said('child', 'mother')], { people })).toEqual([
      said('child', 'mother'),
      said('child', 'mother'),
    ]);
  });

  test('keep what is theirs: an id that somebody has today is not read as anybody else', () => {
    const people = [{ personId: 'a', formerIds: ['b'] }, { personId: 'b' }];
    expect(asOnePerson([said('b')], { people })).toEqual([said('b')]);
  });

  test('whom the roster does not know stay as they are', () => {
    expect(asOnePerson([said('x', 'y')], { people: [] })).toEqual([said('x', 'y')]);
  });

  describe('and one of whom was linked wrongly', () => {
    const from = (hour: number, until?: number) => ({
      from: at(hour).toISOString(),
      ...(until !== undefined && { until: at(until).toISOString() }),
    });
    /** Until noon Ada's mention was linked to Wren's record; since two Wren's is. */
    const stood = [
      { personId: 'ada', ...from(9, 12), certain: false },
      { personId: 'wren', ...from(14), certain: true },
    ];
    const roster = { people: [{ personId: 'ada' }, { personId: 'wren' }], idsOfSeveral: [{ id: 'wren', stood }] };
    const read = (...all: ReturnType<typeof said>[]) => asOnePerson(all, roster);

    test('a yes of that time counts for neither, and a no for each: either may have been meant', () => {
      expect(read(said('wren', 'mother'))).toEqual([{ ...said('ada', 'mother'), whoseIsUnclear: true }]);
      for (const state of ['refused', 'withdrawn']) {
        const [of, no] = [(whom: string) => said(whom, 'mother', { state }), { state }];
        expect(read(said('wren', 'mother', no))).toEqual([of('ada'), of('wren')]);
      }
    });

    test('what is said once the right one is linked counts for them', () => {
      const since = { recordedAt: at(15) };
      expect(read(said('wren', 'mother', since))).toEqual([said('wren', 'mother', since)]);
    });

    test('what was passed on with the wrong link, as earlier versions did, counts for nobody', () => {
      const copy = said('wren', 'mother', { writtenAt: at(8) });
      expect(read(copy)).toEqual([{ ...copy, personId: 'ada', whoseIsUnclear: true }]);
    });

    test("the same of whoever spoke: a yes is nobody's word, and a no the word of each", () => {
      expect(read(said('child', 'wren'))).toEqual([{ ...said('child', 'ada'), whoseIsUnclear: true }]);
      const no = { state: 'refused' };
      expect(read(said('child', 'wren', no))).toEqual([said('child', 'ada', no), said('child', 'wren', no)]);
    });
  });
});
