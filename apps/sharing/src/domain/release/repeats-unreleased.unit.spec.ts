import { repeatsUnreleased } from './repeats-unreleased';

const KEPT = 'A neighbour heard shouting through the wall on most nights of the winter.';

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
});
