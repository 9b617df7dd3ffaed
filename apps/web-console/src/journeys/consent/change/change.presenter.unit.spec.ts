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
  notNamed: 0,
  ...changes,
});
const change = { said: { statedAt: '2026-11-24T10:00:00.000Z', bodies: [] } } as unknown as StatedChange;
const view = (its: ConsentPreview) =>
  checkView({
    ...{ reference: 'E-2345678', person: { personId, displayName: 'A child' } as RosterPerson, kind: 'sharing' },
    ...{ agencies: [], statementId: newId(), posted: undefined, errors: [], change, preview: its },
  } as unknown as Parameters<typeof checkView>[0]);

describe('What a change of consent recalls', () => {
  test('counts what it stops, and says of agencies that are not named to the reader only that theirs may change', () => {
    const all = view(preview({ lines: [line], told: [line.agencyId], notNamed: 2 }));
    expect(all.heading).toBe('This stops 1 question to agencies');
    expect([all.lines.length, all.told.length]).toEqual([1, 1]);
    expect(all.more).toMatch(/^2 questions went to agencies that are not named to you and may change:/);
  });

  test('says so where nobody else is asked anything', () => {
    const only = view(preview({ notNamed: 1 }));
    expect(only.heading).toBe('This recalls nothing that is named to you');
    expect(only.more).toMatch(/^1 question went to an agency that is not named to you and may change:/);
    expect(only.told).toEqual([]);
    const none = view(preview());
    expect([none.heading, none.more, none.told]).toEqual(['This recalls nothing', undefined, []]);
  });
});
