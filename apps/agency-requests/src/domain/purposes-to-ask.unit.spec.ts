import { purposesToAsk } from './purposes-to-ask';

const child = { kind: 'child' } as const;
const adult = { kind: 'adult' } as const;

describe('What agencies can be asked for', () => {
  test('is first the work that the threshold opens, and never more than that', () => {
    expect(purposesToAsk('none', [child])).toEqual(['SCREEN', 'DA', 'MISSING', 'EVIDENCE']);
    expect(purposesToAsk('early_help', [child])[0]).toBe('EH');
    expect(purposesToAsk('s17', [child])[0]).toBe('S17');
    expect(purposesToAsk('s17', [child])).not.toContain('STRATEGY');
  });

  test('is a strategy discussion at section 47, and an adult at risk where there is an adult', () => {
    expect(purposesToAsk('s47', [child, adult])).toEqual([
      'S47',
      'STRATEGY',
      'DA',
      'MISSING',
      'ADULT_RISK',
      'EVIDENCE',
    ]);
  });
});
