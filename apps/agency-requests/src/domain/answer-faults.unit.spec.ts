import { answerFaults } from './answer-faults';

const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const CHILD = id(1);
const MOTHER = id(2);
const asked = {
  answerKeyId: 'the-key',
  lines: [
    { personId: CHILD, state: 'issued' as const },
    { personId: MOTHER, state: 'issued' as const },
    { personId: id(3), state: 'review' as const },
  ],
};
const about = (personId: string, kid = 'the-key') => ({
  envelopeId: id(50),
  personId,
  sealed: { kid, envelope: 'a.b.c.d.e' },
});
const codes = (envelopes: ReturnType<typeof about>[], complete: boolean) =>
  answerFaults({ answerId: id(9), complete, envelopes }, asked).map(({ code }) => code);

describe('A sealed answer, seen from outside', () => {
  test('fits when everyone asked about is covered', () => {
    expect(codes([about(CHILD), about(MOTHER)], true)).toEqual([]);
  });

  test('may come in part', () => {
    expect(codes([about(CHILD)], false)).toEqual([]);
  });

  test('is not complete while somebody has no coverage', () => {
    expect(codes([about(CHILD)], true)).toEqual(['coverage_missing']);
  });

  test('is refused for a person whose question still waits for a human', () => {
    expect(codes([about(id(3))], false)).toEqual(['not_asked']);
  });

  test('is refused when sealed to another key, or when a person comes twice', () => {
    expect(codes([about(CHILD, 'another')], false)).toEqual(['wrong_key']);
    expect(codes([about(CHILD), about(CHILD)], false)).toEqual(['twice']);
  });

  test('is refused for a person whose question was recalled or is on hold, and says which', () => {
    for (const state of ['recalled', 'held'] as const) {
      const lines = [{ personId: CHILD, state }];
      const given = { answerId: id(9), complete: false, envelopes: [about(CHILD)] };
      expect(answerFaults(given, { answerKeyId: 'the-key', lines }).map(({ code }) => code)).toEqual([state]);
    }
  });
});
