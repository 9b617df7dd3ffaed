import { askedAudience } from './line-matter';

const bodies = [
  { agencyId: 'police', kind: 'police', answersFor: ['police'] },
  { agencyId: 'social-care', kind: 'council', answersFor: ['social-care'] },
  { agencyId: 'night-team', kind: 'council', answersFor: ['emergency-duty'] },
  { agencyId: 'family-hub', kind: 'council', answersFor: ['early-help'] },
  { agencyId: 'help-charity', kind: 'voluntary', answersFor: ['early-help'] },
  { agencyId: 'whole-department', kind: 'council', answersFor: ['early-help', 'social-care'] },
  { agencyId: 'care-charity', kind: 'voluntary', answersFor: ['social-care'] },
  { agencyId: 'school', kind: 'education', answersFor: ['education'] },
] as const;
const asked = (agencyId: string) =>
  askedAudience(
    bodies.map((body) => ({ ...body, answersFor: [...body.answersFor] })),
    agencyId,
  );

describe('Whom an agency that is asked is to the rules', () => {
  test.each(['social-care', 'night-team', 'whole-department'])(
    'is social care where the council says so: %s',
    (agencyId) => {
      expect(asked(agencyId)).toBe('team_sc');
    },
  );

  test.each(['family-hub', 'help-charity'])('is a help team where it gives early help: %s', (agencyId) => {
    expect(asked(agencyId)).toBe('team_eh');
  });

  test('is an agency in all else, and so is one that no register knows', () => {
    expect(['school', 'care-charity', 'unknown'].map(asked)).toEqual(['agency', 'agency', 'agency']);
    expect(asked('police')).toBe('police');
  });
});
