import { anyRepeatsUnreleased } from './repeats-unreleased';

const repeatsUnreleased = (words: string, unreleased: string[], released: string[], before = ''): boolean =>
  anyRepeatsUnreleased({ words: [words], before: [before] }, unreleased, released);

const KEPT = 'A neighbour heard shouting through the wall on most nights of the winter.';
const PAID = 'Officers found £1,200 in notes behind the bath on the third of May.';

describe("A manager's own words", () => {
  test('may not repeat eight words running of what is not released, in whatever case and punctuation', () => {
    const words = 'We know: a neighbour HEARD shouting\n through - the wall on most evenings.';
    expect(repeatsUnreleased(words, [KEPT], [])).toBe(true);
  });

  test('may share seven', () => {
    expect(repeatsUnreleased('Heard shouting through the wall on most evenings.', [KEPT], [])).toBe(false);
  });

  test('may repeat what goes out with them', () => {
    expect(repeatsUnreleased(KEPT, [KEPT, 'Another item.'], [KEPT])).toBe(false);
  });

  test('may not repeat the original of what goes out in another wording', () => {
    expect(repeatsUnreleased(KEPT, [KEPT], ['There were concerns about noise.'])).toBe(true);
  });

  test.each([
    ['zero-width characters', 'A neigh\u200bbour he\u200dard shouting thr\u2060ough the wall on most nights.'],
    ['soft hyphens', 'A neigh\u00adbour heard shout\u00ading through the wall on most nights.'],
    ['hyphens and line ends', 'A neigh-\nbour heard shout-ing through the wall on most nights.'],
    ['words split by spaces', 'A neigh bour heard shout ing thro ugh the wall on most nights.'],
    ['words run together', 'Aneighbour heardshouting throughthe wall onmost nights.'],
    ['letters that look alike', 'A nеighbоur hеаrd shоuting thrоugh thе wаll оn mоst nights.'],
    ['full-width letters', 'Ａ ｎｅｉｇｈｂｏｕｒ ｈｅａｒｄ shouting through the wall on most nights.'],
    ['accents', 'Á nëighbour hèard shouting thröugh the wäll on mòst nights.'],
    ['HTML entities', 'A neighb&#111;ur heard&nbsp;shouting thr&#x6f;ugh the wall on&#32;most nights.'],
    ['entities of entities', 'A neighb&amp;#111;ur heard shouting through the wall on most nights.'],
    ['right-to-left marks', 'A \u202eneighbour\u202c heard shouting through the wall on most nights.'],
  ])('hide nothing behind %s', (_, words) => {
    expect(repeatsUnreleased(words, [KEPT], [])).toBe(true);
  });

  test.each(['1200', '1 200', '1.200', '1\u202f200'])('hide no sum behind its format: %s', (sum) => {
    expect(repeatsUnreleased(`They found £${sum} in notes behind the bath on the third.`, [PAID], [])).toBe(true);
  });

  test('are not split over two letters to the same recipient', () => {
    const [first, second] = ['A neighbour heard shouting', 'through the wall on most nights.'];
    expect(repeatsUnreleased(second, [KEPT], [], first)).toBe(true);
    expect(repeatsUnreleased(second, [KEPT], [], 'Please assess.')).toBe(false);
  });

  test('are not held against what was told before alone', () => {
    expect(repeatsUnreleased('Please assess.', [KEPT], [], KEPT)).toBe(false);
  });

  test('share short everyday words without offence', () => {
    expect(repeatsUnreleased('It is as it is to us. So be it.', ['I do as I do on a to b.'], [])).toBe(false);
  });

  test('are checked against two hundred long items in good time', () => {
    const long = (seed: number) =>
      Array.from({ length: 1300 }, (_, at) => `w${String((at * 7919 + seed * 104729) % 9973)}`).join(' ');
    const items = Array.from({ length: 200 }, (_, seed) => long(seed));
    const startedAt = performance.now();
    expect(repeatsUnreleased(long(1000), items, [])).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
