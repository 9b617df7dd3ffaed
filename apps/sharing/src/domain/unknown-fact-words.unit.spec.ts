import { askerWords } from './asker-words';
import { NEEDED_FACTS } from './decision';
import { unknownFactWords } from './unknown-fact-words';

describe('Facts that nobody could supply', () => {
  test('are named, every one that the rules can miss', () => {
    for (const { fact } of NEEDED_FACTS) expect(unknownFactWords([fact])).not.toMatch(/a fact that the rules need/);
  });

  test('stand in the sentence of R-GATE-02, and in no other', () => {
    const [unknown, other] = askerWords(['FACT_UNKNOWN', 'NOT_NECESSARY'], ['threshold', 'consent']);
    expect(unknown?.sentence).toBe(
      'Not known yet: the threshold reached; whether consent to share was given, refused or not asked for. A manager will decide.',
    );
    expect(other?.sentence).not.toMatch(/threshold/);
  });

  test('are left unnamed where they were not kept', () => {
    expect(askerWords(['FACT_UNKNOWN'])[0]?.sentence).toMatch(
      /^Something that the rules need to know is not known yet/,
    );
  });
});
