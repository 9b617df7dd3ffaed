import fc from 'fast-check';
import { compareForenames } from '../fields/compare-forenames';
import { compareNames } from '../fields/compare-names';
import { compareSurname } from '../fields/compare-surname';
import { jaroWinkler, nameParts, normaliseName } from '../index';

describe('A name in plain letters', () => {
  test.each([
    ['O’Neill', 'oneill'],
    ["O'NEILL", 'oneill'],
    ['Żak-Łukasz', 'zak lukasz'],
    ['  José  María ', 'jose maria'],
    ['Strauß', 'strauss'],
    ['St. John', 'st john'],
    ['', ''],
  ])('%s is %s', (name, plain) => {
    expect(normaliseName(name)).toBe(plain);
  });

  test('keeps letters of other scripts', () => {
    expect(nameParts('Олена Коваль')).toEqual(['олена', 'коваль']);
  });
});

describe('Likeness of words', () => {
  test('follows the published examples', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
  });

  test('is symmetric, between 0 and 1, and 1 only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBe(jaroWinkler(b, a));
        expect(likeness >= 0 && likeness <= 1).toBe(true);
        expect(likeness === 1).toBe(a === b && a !== '');
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('Forenames', () => {
  test.each([
    ['Ella', 'ELLA', 'same'],
    ['Mary-Jane', 'Maryjane', 'same'],
    ['Mohammed', 'Muhammad', 'similar'],
    ['Oleksandr', 'Alexander', 'similar'],
    ['Niamh', 'Neve', 'similar'],
    ['Kate', 'Catherine', 'similar'],
    ['Charlie', 'Charlotte', 'similar'],
    ['Rebekah', 'Rebecca', 'similar'],
    ['Alexsander', 'Alexander', 'similar'],
    ['J', 'James', 'similar'],
    ['Ruby Grace', 'Grace', 'similar'],
    ['Ella', 'Evie', 'different'],
    ['Tia', 'Mia', 'different'],
    ['J', 'Kate', 'different'],
    ['Harry', 'Barry', 'different'],
    ['', 'Kate', 'missing'],
    ['-', 'Kate', 'missing'],
  ])('%s and %s are %s', (a, b, agreement) => {
    expect(compareForenames(a, b).agreement).toBe(agreement);
  });
});

describe('Surnames', () => {
  test.each([
    ['Smith-Jones', 'Jones', 'similar'],
    ['Smith Jones', 'Jones-Smith', 'similar'],
    ['Chaudhry', 'Choudhri', 'similar'],
    ['Thomson', 'Thompson', 'similar'],
    ['De La Cruz', 'Delacruz', 'same'],
    ['Macdonald', 'McDonald', 'similar'],
    ['Kowalski', 'Kowalska', 'similar'],
    ['Ali', 'Aly', 'similar'],
    ['Ali', 'Ash', 'different'],
    ['Baker', 'Marsh', 'different'],
    ['Marsh', undefined, 'missing'],
  ])('%s and %s are %s', (a, b, agreement) => {
    expect(compareSurname({ surname: a }, { surname: b }).agreement).toBe(agreement);
  });

  test('that differ may still be another name somebody goes by', () => {
    expect(compareSurname({ surname: 'Baker', aliases: ['Tia Marsh'] }, { surname: 'Marsh' })).toMatchObject({
      agreement: 'similar',
      words: 'Same as another name they go by',
    });
  });
});

describe('Names in the wrong box', () => {
  test('are seen when both are the other way round, even with a slip', () => {
    const found = compareNames(
      { forenames: 'Masno', surname: 'Madeline' },
      { forenames: 'Madeline', surname: 'Mason' },
    );
    expect(found.map(({ agreement }) => agreement)).toEqual(['similar', 'similar']);
  });

  test('are not seen where only one of them fits', () => {
    const found = compareNames({ forenames: 'Rees', surname: 'Cole' }, { forenames: 'Marianne', surname: 'Rees' });
    expect(found.map(({ agreement }) => agreement)).toEqual(['different', 'different']);
  });
});
