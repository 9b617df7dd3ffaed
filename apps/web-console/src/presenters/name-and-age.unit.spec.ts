import { ageBeside, nameAndAge } from './name-and-age';

describe('A name with an age beside it', () => {
  test.each([
    ['Kian Marlowe', '8 years', 'Kian Marlowe, 8 years'],
    ['Unborn baby', 'unborn, expected 14 March 2027', 'Unborn baby, expected 14 March 2027'],
    ['Unborn baby Marlowe', 'unborn', 'Unborn baby Marlowe'],
    ['Baby Marlowe', 'unborn, expected 14 March 2027', 'Baby Marlowe, unborn, expected 14 March 2027'],
    ['An unborn baby whose name could not be read', 'unborn', 'An unborn baby whose name could not be read'],
  ])('%s and %s read as %s', (name, age, words) => expect(nameAndAge(name, age)).toBe(words));

  test('in a column of its own it says what the name does not', () => {
    expect(ageBeside('Unborn baby', 'unborn, date not known')).toBe('date not known');
  });
});
