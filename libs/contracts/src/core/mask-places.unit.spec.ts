import { CATEGORIES } from './codes';
import { maskPlaces, PLACE_LEFT_OUT } from './mask-places';

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
    ['Seen near Old Mill Street again', `near ${PLACE_LEFT_OUT} again`],
    ['Moved TO TANNER STREET', `TO ${PLACE_LEFT_OUT}`],
    ['Between Tanner Street and Mill Street', `Between ${PLACE_LEFT_OUT}`],
    ['Her address: Tanner Street', `address: ${PLACE_LEFT_OUT}`],
    ['Mill House, Tanner Street', `House, ${PLACE_LEFT_OUT}`],
    ['Tanner Street, RV1 4QT', `${PLACE_LEFT_OUT}, ${PLACE_LEFT_OUT}`],
    ['Tanner Road was shut', `${PLACE_LEFT_OUT} was`],
    ['The Avenue is where', `${PLACE_LEFT_OUT} is`],
    ['On 12 March at 3 Juniper Court', `12 March at ${PLACE_LEFT_OUT}`],
    ['At 9 Mayfield Court', `At ${PLACE_LEFT_OUT}`],
    ['The Meadow School called', `${PLACE_LEFT_OUT} called`],
    ['At Meadow Primary School Nurse Vale', `${PLACE_LEFT_OUT} Nurse Vale`],
    ['The Mill Surgery rang', `${PLACE_LEFT_OUT} rang`],
    ['seen by Smith. Meadow Lane Primary rang', `Smith. ${PLACE_LEFT_OUT} rang`],
  ])('lose what is written as one: %s', (text, left) => {
    expect(maskPlaces(text)).toContain(left);
  });

  test.each([
    ...['2 children in the court', 'Crown Court in May', 'Jane Lane was seen', 'Primary carer: the mother'],
    ...['Mrs Street said', 'to Mrs Street', 'by Dr. Emma Street', 'PC STREET', 'Emma Street is', 'by Emma Street'],
    ...[
      'The School Nurse',
      'The School called',
      'Her Primary School',
      'Head of School',
      'At School',
      'A Nursery place',
    ],
    ...['The Surgery rang', 'Their GP Surgery', 'The Health Centre', 'The Medical Centre said', 'THE SCHOOL CALLED'],
    ...['On 12 March Court ordered', 'On 3 June Family Court', 'On 3 June 2026 Family Court', '2 Crown Court hearings'],
    ...['On 3 MAY COURT sat', 'In 2024 Mr Lane was', 'at 10 Mrs Hill said', 'at 10 Jane said'],
    ...['Records management system', ...Object.values(CATEGORIES).map(({ label }) => label)],
  ])('keep what is none: %s', (text) => {
    expect(maskPlaces(text)).toBe(text);
  });

  test('are found in a moment, however they are written', () => {
    const hostile = ['Aa '.repeat(4_000), `${'A.'.repeat(4_000)}${' '.repeat(4_000)}`, '12 Aa, of '.repeat(1_500)];
    hostile.push(
      'of Aa '.repeat(2_000),
      'Mrs Aa '.repeat(2_000),
      'The of Head '.repeat(1_500),
      '12 Mrs '.repeat(2_000),
    );
    const startedAt = performance.now();
    for (const text of hostile) maskPlaces(text);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
