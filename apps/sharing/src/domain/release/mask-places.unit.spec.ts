import { CATEGORIES } from '@mash/contracts';
import { maskPlaces, PLACE_LEFT_OUT, withoutPlaces } from './mask-places';

describe('Words without their places', () => {
  test.each([
    [
      'Arrested outside 12 Mill Pond Lane, RV1 4QT, where she lives',
      `outside ${PLACE_LEFT_OUT}, ${PLACE_LEFT_OUT}, where`,
    ],
    ['Seen at 4 Tanner Row Close.', `at ${PLACE_LEFT_OUT}.`],
    ['SEEN AT 14A MILL POND LANE', `AT ${PLACE_LEFT_OUT}`],
    ['Stopped on Station Road again', `on ${PLACE_LEFT_OUT} again`],
    ['On roll at Meadow Lane Primary since May', `at ${PLACE_LEFT_OUT} since`],
    ['goes to the St. Mary’s CE Primary School by bus', `the ${PLACE_LEFT_OUT} by`],
    ['registered at Mill Street Surgery with', `at ${PLACE_LEFT_OUT} with`],
    ['seen by Smith. Meadow Lane Primary rang', `Smith. ${PLACE_LEFT_OUT} rang`],
  ])('lose what is written as one: %s', (text, left) => {
    expect(maskPlaces(text)).toContain(left);
  });

  test.each([
    ...['2 children in the court', 'Crown Court in May', 'Jane Lane was seen', 'Primary carer: the mother'],
    ...['Records management system', ...Object.values(CATEGORIES).map(({ label }) => label)],
  ])('keep what is none: %s', (text) => {
    expect(maskPlaces(text)).toBe(text);
  });

  test('are found in a moment, however they are written', () => {
    const hostile = ['Aa '.repeat(4_000), `${'A.'.repeat(4_000)}${' '.repeat(4_000)}`, '12 Aa, of '.repeat(1_500)];
    const startedAt = performance.now();
    for (const text of hostile) maskPlaces(text);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe('A document without its places', () => {
  test('has its fields of places emptied, all that lies in them too, and keeps its shape', () => {
    const content = {
      ...{ narrative: 'Taken to 1 Mill Road.', whereIsTheChildNow: 'With her', gp: 'Dr Vale', schoolProtected: true },
      ...{ address: { lines: 'The mill', postcode: 'RV1' }, protectedAddresses: [{ lines: 'The mill' }] },
    };
    expect(withoutPlaces(content)).toEqual({
      ...{ narrative: `Taken to ${PLACE_LEFT_OUT}.`, whereIsTheChildNow: PLACE_LEFT_OUT, gp: PLACE_LEFT_OUT },
      ...{
        schoolProtected: true,
        address: { lines: PLACE_LEFT_OUT, postcode: PLACE_LEFT_OUT },
        protectedAddresses: [],
      },
    });
  });
});
