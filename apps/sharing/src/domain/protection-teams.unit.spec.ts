import { protectionTeams } from './protection-teams';

const police = { agencyId: 'p', kind: 'police', answersFor: ['police'] } as const;
const council = { agencyId: 'c', kind: 'council', answersFor: ['social-care', 'early-help'] } as const;
const duty = { agencyId: 'd', kind: 'council', answersFor: ['emergency-duty'] } as const;
const teams = (register: Parameters<typeof protectionTeams>[0], outOfHours: boolean): string[] =>
  protectionTeams(register, outOfHours).map(({ team, agencyId }) => `${team}: ${agencyId}`);
const bodies = (...all: readonly (typeof police | typeof council | typeof duty)[]) =>
  all.map((one) => ({ ...one, answersFor: [...one.answersFor] }));

describe('Immediate protection tells', () => {
  test('police and social care', () => {
    expect(teams(bodies(council, police, duty), false)).toEqual(['police: p', 'social-care: c']);
  });

  test('while the hub is shut the duty team in place of social care', () => {
    expect(teams(bodies(council, police, duty), true)).toEqual(['police: p', 'emergency-duty: d']);
  });

  test("which is social care's own where the register names no other", () => {
    expect(teams(bodies(council, police), true)).toEqual(['police: p', 'emergency-duty: c']);
  });

  test('nobody whom the register does not know', () => {
    expect(teams(bodies(police), false)).toEqual(['police: p']);
  });
});
