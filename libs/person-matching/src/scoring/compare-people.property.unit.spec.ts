import fc from 'fast-check';
import { blockingKeys, comparePeople, type ComparablePerson } from '../index';

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 });
const forename = fc.constantFrom(
  'Tia',
  'Mia',
  'Maya',
  'Kate',
  'Catherine',
  'Mohammed',
  'Muhammad Ali',
  'J',
  'Marsh',
  'Łucja',
  '',
);
const surname = fc.constantFrom(
  'Marsh',
  'Marche',
  'Smith-Jones',
  'Jones',
  "O'Neill",
  'Tia',
  'Chaudhry',
  'Choudhury',
  '',
);
const birthDate = fc.record({
  year: optional(fc.constantFrom(1978, 1987, 2014, 2015)),
  month: optional(fc.constantFrom(1, 3, 7)),
  day: optional(fc.constantFrom(1, 3, 7)),
  approximate: optional(fc.boolean()),
});
const person: fc.Arbitrary<ComparablePerson> = fc.record({
  forenames: optional(forename),
  surname: optional(surname),
  aliases: optional(fc.array(fc.constantFrom('Tia Marsh', 'Jones'), { maxLength: 2 })),
  birthDate: optional(birthDate),
  sex: optional(fc.constantFrom('F', 'M', 'U')),
  address: optional(
    fc.record({
      lines: optional(fc.constantFrom('4 Mill Street', '4 Mill St', '14 Mill Street')),
      postcode: optional(fc.constantFrom('RM17 6SL', 'RM17 6SN', 'SS1 1AA')),
    }),
  ),
  nhsNumber: optional(fc.constantFrom('9434765919', '6541003238', '9434765918')),
  upn: optional(fc.constantFrom('A950000178301', 'H243278544154', 'B80120000500B', 'UN4')),
});
const run = { numRuns: 1500, seed: 20261123 };
const FIELDS = ['forenames', 'surname', 'birthDate', 'sex', 'nhsNumber', 'upn'] as const;

describe('The scorer, whatever it is given', () => {
  test('finds the same from both sides', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(comparePeople(a, b)).toEqual(comparePeople(b, a));
      }),
      run,
    );
  });

  test('finds the same again', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(comparePeople(a, b)).toEqual(comparePeople(structuredClone(a), structuredClone(b)));
      }),
      run,
    );
  });

  test('gives nothing for what is missing: losing an agreement never raises a score, losing a difference never lowers it', () => {
    fc.assert(
      fc.property(person, person, fc.constantFrom(...FIELDS), (a, b, field) => {
        const [before, after] = [comparePeople(a, b), comparePeople({ ...a, [field]: undefined }, b)];
        const agreement = before.reasons.find((reason) => reason.field === field)!.agreement;
        if (agreement === 'same' || agreement === 'similar') expect(after.score).toBeLessThanOrEqual(before.score);
        if (agreement === 'different') expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      run,
    );
  });

  test('finds no better match than a person described in full and their own description', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(comparePeople(a, b).score).toBeLessThanOrEqual(
          Math.max(comparePeople(a, a).score, comparePeople(b, b).score),
        );
      }),
      run,
    );
  });

  test('never calls a different forename a likely match', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const { band, reasons } = comparePeople(a, b);
        if (reasons.some(({ field, agreement }) => field === 'forenames' && agreement === 'different')) {
          expect(band).not.toBe('likely');
        }
      }),
      run,
    );
  });

  test('is not kept by the blocking keys from a likely match', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        if (comparePeople(a, b).band !== 'likely') return;
        const keys = new Set(blockingKeys(a));
        expect(blockingKeys(b).some((key) => keys.has(key))).toBe(true);
      }),
      run,
    );
  });
});
