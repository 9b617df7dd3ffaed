import { DEMO_AGENCIES, newId, type ConsentPreview, type RosterPerson } from '@mash/contracts';
import { checkView } from './change.presenter';
import type { StatedChange } from './change.form';

const personId = newId();
const standing = {
  ...({ personId, kind: 'sharing', state: 'given', groundCounts: false, dispute: false } as const),
  ...{ parentalResponsibilityProven: true, speaksForThemselves: false },
};
const line: ConsentPreview['lines'][number] = {
  lineId: newId(),
  agencyId: DEMO_AGENCIES.police,
  category: 'police-incidents',
  now: 'PERMIT',
  then: 'DENY',
  effect: 'recalled',
  reasons: [{ code: 'X', sentence: 'Consent was withdrawn.' }],
};
const preview = (changes: Partial<ConsentPreview> = {}): ConsentPreview => ({
  ...{ before: standing, after: { ...standing, state: 'withdrawn' }, lines: [], told: [] },
  notNamed: { changed: 0, stopped: 0, told: 0 },
  ...changes,
});
const change = { said: { statedAt: '2026-11-24T10:00:00.000Z', bodies: [] } } as unknown as StatedChange;
const view = (its: ConsentPreview) =>
  checkView({
    ...{ reference: 'E-2345678', person: { personId, displayName: 'A child' } as RosterPerson, kind: 'sharing' },
    ...{ agencies: [], statementId: newId(), posted: undefined, errors: [], change, preview: its },
  } as unknown as Parameters<typeof checkView>[0]);

describe('What a change of consent recalls', () => {
  test('counts questions to agencies that are not named to the reader among those that it stops', () => {
    const all = view(preview({ lines: [line], told: [line.agencyId], notNamed: { changed: 2, stopped: 1, told: 1 } }));
    expect(all.heading).toBe('This stops 2 questions to agencies');
    expect(all.lines).toHaveLength(1);
    expect(all.more).toBe('2 questions change to agencies that are not named to you.');
    expect(all.told.at(-1)).toBe('and 1 more that is not named to you');
  });

  test('says so where nobody else is asked anything', () => {
    const only = view(preview({ notNamed: { changed: 1, stopped: 1, told: 1 } }));
    expect([only.heading, only.more]).toEqual([
      'This stops 1 question to agencies',
      '1 question changes to an agency that is not named to you.',
    ]);
    expect(only.told).toEqual(['1 that is not named to you']);
    const none = view(preview());
    expect([none.heading, none.more, none.told]).toEqual(['This recalls nothing', undefined, []]);
  });
});
