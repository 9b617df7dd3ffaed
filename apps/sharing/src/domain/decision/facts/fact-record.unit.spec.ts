import { overtakenFacts } from './fact-record';

const known = { source: 'decision', author: 'manager-1', at: '2026-10-01T09:00:00Z' };

describe('What a decision rests on', () => {
  test('is overtaken by a newer version of the same fact, and by nothing else', () => {
    const decidedOn = [
      { ...known, fact: 'threshold', version: 1 },
      { ...known, fact: 'consent', version: 4 },
    ] as const;
    const newest = [
      { ...known, fact: 'threshold', version: 2 },
      { ...known, fact: 'consent', version: 4 },
      { ...known, fact: 'objects', version: 9 },
    ] as const;

    expect(overtakenFacts(decidedOn, newest)).toEqual(['threshold']);
    expect(overtakenFacts(decidedOn, [])).toEqual([]);
  });
});
