import { toldInProtect } from './told-in-protect';

type Body = NonNullable<Parameters<typeof toldInProtect>[0]>;
const council = (...answersFor: string[]): Body => ({ kind: 'council', answersFor });

describe('Immediate protection', () => {
  test('tells the police, social care and the duty team, as the register has them', () => {
    expect(toldInProtect({ kind: 'police', answersFor: [] })).toBe('police');
    expect(toldInProtect(council('early-help', 'social-care'))).toBe('team_sc');
    expect(toldInProtect(council('emergency-duty'))).toBe('team_sc');
  });

  test('tells no other team of a council, no other body, and nobody whom the register does not know', () => {
    expect(toldInProtect(council('early-help'))).toBeUndefined();
    expect(toldInProtect(council())).toBeUndefined();
    expect(toldInProtect({ kind: 'health', answersFor: ['social-care'] })).toBeUndefined();
    expect(toldInProtect(undefined)).toBeUndefined();
  });
});
