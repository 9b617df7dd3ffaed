import fc from 'fast-check';
import {
  FactsDoNotFit,
  loadCurrentPack,
  loadExamples,
  NOT_KNOWN,
  packIds,
  proposeRating,
  rowWords,
  type Pack,
  type RatingCondition,
  type RatingFacts,
} from '../index';

const thurrock = loadCurrentPack('thurrock');
const usually = loadExamples('thurrock').usually;
const propose = (facts: RatingFacts) => proposeRating(thurrock, { ...usually, ...facts });

describe('A proposal', () => {
  test('shows colour, row and reason', () => {
    expect(propose({ immediateDanger: 'yes' })).toEqual({
      kind: 'proposed',
      colour: 'red',
      row: 'R1',
      reason: 'A child is in danger now: protection first, research goes on beside it.',
    });
  });

  test('is not made while a row that could still match reads something nobody knows', () => {
    expect(propose({ domesticAbuse: 'standard', youngestChild: NOT_KNOWN })).toEqual({
      kind: 'cannot-propose',
      needs: ["the child's age"],
      inputs: ['youngestChild'],
    });
  });

  test('does not ask for what could no longer change it', () => {
    expect(propose({ domesticAbuse: 'medium', youngestChild: NOT_KNOWN, presentingIssues: NOT_KNOWN })).toMatchObject({
      colour: 'amber',
    });
  });

  test('names everything that it needs when nothing is known', () => {
    const inputs = Object.keys(thurrock.rating.inputs);
    const nothing = proposeRating(thurrock, Object.fromEntries(inputs.map((id) => [id, NOT_KNOWN])));
    expect(nothing).toMatchObject({ kind: 'cannot-propose', inputs });
  });

  test.each([
    ['a missing fact', { roster: undefined }, '"roster" is missing'],
    ['a fact the pack does not know', { shoeSize: 3 }, '"shoeSize" is no input'],
    ['a word that is no value', { domesticAbuse: 'severe' }, '"domesticAbuse" has no such value'],
    ['true in the place of a choice', { immediateDanger: true }, '"immediateDanger" has no such value'],
    ['a number told as a word', { presentingIssues: '3' }, '"presentingIssues" has no such value'],
    ['a broken number', { presentingIssues: 2.5 }, '"presentingIssues" has no such value'],
    ['less than nothing', { repeatContacts: -1 }, '"repeatContacts" has no such value'],
    ['more than the input holds', { repeatContacts: 100 }, '"repeatContacts" has no such value'],
  ])('is refused for %s, never guessed', (_what, change, said) => {
    const facts = Object.fromEntries(
      Object.entries({ ...usually, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(() => proposeRating(thurrock, facts as RatingFacts)).toThrow(FactsDoNotFit);
    expect(() => proposeRating(thurrock, facts as RatingFacts)).toThrow(said);
  });

  test('is not fooled by what every object has', () => {
    expect(() => propose({ constructor: 'yes' })).toThrow('is no input');
  });

  test('a row reads as a sentence', () => {
    const row = thurrock.rating.rows.find(({ id }) => id === 'R2')!;
    expect(rowWords(row, thurrock.rating)).toBe('Immediate danger: No or not known; Injury or disclosure: Yes');
  });
});

/** A second reading of the table, as slow and plain as can be. */
function matches(condition: RatingCondition, fact: string | number | boolean): boolean {
  if ('is' in condition) return condition.is === fact;
  if ('in' in condition) return condition.in.some((value) => value === fact);
  if (typeof fact !== 'number') return false;
  if ('atLeast' in condition) return fact >= condition.atLeast;
  if ('atMost' in condition) return fact <= condition.atMost;
  return fact >= condition.between[0] && fact <= condition.between[1];
}

function slowRows({ rating }: Pack, facts: RatingFacts): string[] {
  return rating.rows
    .filter((row) => Object.entries(row.when).every(([id, condition]) => matches(condition, facts[id]!)))
    .map(({ id }) => id);
}

function factsOf(pack: Pack, withUnknown: boolean): fc.Arbitrary<RatingFacts> {
  const inputs = Object.entries(pack.rating.inputs).map(([id, input]) => {
    const known =
      input.type === 'number'
        ? fc.oneof(fc.nat(10), fc.nat(input.max))
        : fc.constantFrom(...input.options.map(({ value }) => value));
    return [id, withUnknown ? fc.oneof(known, fc.constant(NOT_KNOWN)) : known] as const;
  });
  return fc.record(Object.fromEntries(inputs));
}

describe.each(packIds())('The table of %s, over random cases', (id) => {
  const pack = loadCurrentPack(id);
  const run = { numRuns: 400, seed: 7 };

  test('proposes exactly one row whenever everything is known', () => {
    fc.assert(
      fc.property(factsOf(pack, false), (facts) => {
        const proposal = proposeRating(pack, facts);
        expect(slowRows(pack, facts)).toEqual([proposal.kind === 'proposed' ? proposal.row : 'none']);
      }),
      run,
    );
  });

  test('agrees with a plain reading when things are unknown, and says what it needs whenever it cannot propose', () => {
    fc.assert(
      fc.property(factsOf(pack, true), (facts) => {
        const proposal = proposeRating(pack, facts);
        expect(slowRows(pack, facts)).toEqual(proposal.kind === 'proposed' ? [proposal.row] : []);
        if (proposal.kind === 'cannot-propose') expect(proposal.needs.length).toBeGreaterThan(0);
      }),
      run,
    );
  });

  test('once what it needs is known, either proposes or needs something else', () => {
    fc.assert(
      fc.property(factsOf(pack, true), factsOf(pack, false), (facts, known) => {
        const before = proposeRating(pack, facts);
        if (before.kind === 'proposed') return;
        const filled = { ...facts, ...Object.fromEntries(before.inputs.map((input) => [input, known[input]!])) };
        expect(proposeRating(pack, filled).kind).toBe('proposed');
      }),
      run,
    );
  });
});
