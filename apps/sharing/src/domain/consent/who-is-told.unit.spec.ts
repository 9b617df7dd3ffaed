import type { IntakeFacts } from '@mash/contracts';
import type { KeptStatement } from './consent-of-subject';
import { whoIsTold, type Change } from './who-is-told';

const person: IntakeFacts['people'][number] = {
  ...{ personId: 'child', kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' },
  ...{ parentalResponsibilityProven: true, competence: 'not_assessed', protected: [] },
};
const said = (state: KeptStatement['state'], rest: Partial<KeptStatement> = {}): KeptStatement => ({
  ...{ personId: 'child', kind: 'sharing', state, ground: null, givenBy: 'parent_with_pr', givenById: 'mother' },
  ...{ bodies: [], purposes: [], ...rest },
});
const HOLDERS = ['council', 'police', 'school'].map((agencyId) => ({ agencyId }));
const told = (now: KeptStatement, earlier: readonly KeptStatement[] = [said('given')], rest: Partial<Change> = {}) =>
  whoIsTold(HOLDERS, {
    ...{ person, kind: 'sharing', before: earlier, after: [now, ...earlier], lines: [], hub: 'council' },
    ...{ threshold: 's17', now: new Date('2026-11-24T10:00:00Z'), ...rest },
  }).map(({ agencyId, state }) => `${agencyId} ${state}`);

describe('Who is told that consent changed', () => {
  test('is everybody but the hub who holds something, once a yes is taken back or refused', () => {
    expect(told(said('withdrawn'))).toEqual(['police withdrawn', 'school withdrawn']);
    expect(told(said('refused'))).toEqual(['police refused', 'school refused']);
  });

  test('is whoever a later, narrower yes leaves out, to whom it reads as taken back', () => {
    expect(told(said('given', { bodies: ['school'] }))).toEqual(['police withdrawn']);
    expect(told(said('given', { bodies: ['school', 'police'] }))).toEqual([]);
  });

  test('is whoever was asked for a purpose that a later yes leaves out', () => {
    const lines = [
      { agencyId: 'police', purpose: 'DA' },
      { agencyId: 'school', purpose: 'EH' },
    ] as const;
    expect(told(said('given', { purposes: ['EH'] }), [said('given')], { lines })).toEqual(['police withdrawn']);
  });

  test('is told of a dispute as a dispute', () => {
    expect(told(said('refused', { givenById: 'father' }))).toEqual(['police given', 'school given']);
  });

  test('is nobody where nothing is taken away, and nobody at section 47', () => {
    expect(told(said('given'))).toEqual([]);
    expect(told(said('given'), [said('refused')])).toEqual([]);
    expect(told(said('withdrawn'), [said('given')], { threshold: 's47' })).toEqual([]);
  });
});
