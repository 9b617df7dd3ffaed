import { anyRepeatsUnreleased } from './repeats-unreleased';
import { wordsIn } from './words-in';

describe('The words inside of what is shown', () => {
  test('are its texts as they stand, at every depth, and nothing else of it', () => {
    const shown = { text: 'One\ntwo', when: { approx: 'winter "24"' }, list: ['a\tb', 3, null, true], none: undefined };
    expect(wordsIn(shown)).toEqual(['One\ntwo', 'winter "24"', 'a\tb']);
    expect(wordsIn(undefined)).toEqual([]);
  });

  test.each([
    ['a line break', '\n'],
    ['a tab', '\t'],
    ['a carriage return', '\r\n'],
    ['quotes', '" "'],
    ['a backslash', ' \\ '],
  ])('may be quoted across %s', (_, between) => {
    const text = `He was seen alone${between}near the park in the rain`;
    expect(anyRepeatsUnreleased({ words: [text], before: [''] }, [text], wordsIn({ text }))).toBe(false);
  });
});
