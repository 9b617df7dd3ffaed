import fc from 'fast-check';
import { plainWords } from './plain-words';
import { anyRepeatsUnreleased, RUNNING_WORDS, type SaidTexts } from './repeats-unreleased';
import { readBeside, textsReadTogether, type Pieces } from './texts-read-together';

const KEPT = 'A caller says that he keeps a knife under the stairs in the house.';
const WHY = 'We work with this family.';
const repeats = (own: Pieces, ...others: Pieces[]) => anyRepeatsUnreleased(textsReadTogether(own, others), [KEPT], []);

describe('The texts to one agency', () => {
  test.each<[what: string, own: Pieces, others: Pieces[]]>([
    [
      'two reasons, with the purpose between them',
      [WHY, 'a knife under the stairs'],
      [[WHY, 'A caller says that he keeps']],
    ],
    ['two purposes', ['a knife under the stairs', 'So we ask.'], [['A caller says that he keeps', 'So we ask.']]],
    ['a reason and a purpose', ['a knife under the stairs'], [[WHY, 'A caller says that he keeps']]],
    ['three texts', ['under the stairs'], [['A caller says that'], ['he keeps a knife']]],
    ['three texts, the other way round', ['under the stairs'], [['he keeps a knife'], ['A caller says that']]],
    ['one of several', ['a knife under the stairs'], [['A caller says that he keeps'], [WHY]]],
  ])('are read together: %s', (_what, own, others) => {
    expect(repeats(own, ...others)).toBe(true);
  });

  test('are found where the run ends, and not in the one that only begins it', () => {
    expect(repeats(['A caller says that he keeps'], ['a knife under the stairs'])).toBe(false);
  });

  test('are not held against one for what another says alone', () => {
    expect(repeats([WHY], [KEPT])).toBe(false);
  });

  test('alone are read as before', () => {
    expect([repeats([KEPT]), repeats([WHY])]).toEqual([true, false]);
  });

  test.each<[what: string, before: string, own: string]>([
    ['of more than seven words', 'a c a l l e r s a y s that h e', 'keeps a knife under'],
    ['of one', 'acallersaysthathe', 'keeps a knife under'],
    ['that ends within a word', 'A caller says that he keeps a kni', 'fe under the stairs'],
    ['behind much else', `${'Please assess. '.repeat(40)} A caller says that he`, 'keeps a knife. Please do.'],
  ])('are read to the end of the earlier one: a half sentence %s', (_what, before, own) => {
    expect(repeats([own], [before])).toBe(true);
    expect(repeats([own], [`${before} or so`])).toBe(false);
  });

  test('are compared word by word where the words are short', () => {
    const short = (before: string, own: string) =>
      anyRepeatsUnreleased(textsReadTogether([own], [[before]]), ['Oh I do as I do to it.'], []);
    expect([short('Oh I do as I', 'do to it'), short('So: oh I do as I do to', 'it is.')]).toEqual([true, true]);
    expect([short('Oh I do as I', 'do toit'), short('Oh I do as I d', 'o to it')]).toEqual([false, false]);
    expect([short('Oh I do as I do to it', 'is.'), short('do to it', 'Oh I do as I')]).toEqual([false, false]);
  });

  test('are read together, sixty long ones of several pieces, against two hundred long items', () => {
    const long = (name: string, words: number) => Array.from({ length: words }, (_, at) => `${name}w${at}`).join(' ');
    const items = [...Array.from({ length: 200 }, (_, at) => long(`i${at}`, 1300)), KEPT];
    const others = Array.from({ length: 60 }, (_, at) => ['a', 'b', 'c'].map((piece) => long(`${piece}${at}`, 300)));
    const own = [long('x', 300), `keeps a knife under the stairs. ${long('y', 300)}`, long('z', 300)];
    const withEnd = (end: string) =>
      others.map((pieces, at) => (at === 36 ? pieces.map((text, piece) => (piece === 1 ? text + end : text)) : pieces));
    const found = (end: string) => anyRepeatsUnreleased(textsReadTogether(own, withEnd(end)), items, []);
    expect(found(' A c a l l e r says that he')).toBe(true);
    expect(found(' A c a l l e r says that we')).toBe(false);
  });

  /** By hand: each text behind each other, both whole, looked through for each run. */
  const byHand = ({ words, before }: SaidTexts, unreleased: string): boolean =>
    words.some((own) =>
      ['', ...before].some((earlier) => {
        const [theirs, mine, kept] = [plainWords(earlier), plainWords(own), plainWords(unreleased)];
        return kept.some((_, at) => {
          const run = kept.slice(at, at + RUNNING_WORDS);
          if (run.length < RUNNING_WORDS) return false;
          const isShort = run.join('').length < 16;
          const of = (all: readonly string[]) => (isShort ? ` ${all.join(' ')} ` : all.join(''));
          const after = theirs.length === 0 ? 0 : of(theirs).length;
          return of([...theirs, ...mine]).includes(of(run), Math.max(0, after - of(run).length + 1));
        });
      }),
    );

  test('say what a reader of all of them together would say, however a sentence is cut and spaced', () => {
    const word = fc.constantFrom('a', 'i', 'o', 'he', 'it', 'she', 'caller', 'knife', 'shelter', 'strengthlessness');
    const cut = fc.record({
      kept: fc.array(word, { minLength: 8, maxLength: 12 }),
      ...{ from: fc.nat(12), at: fc.nat(60), to: fc.nat(20), spaces: fc.array(fc.boolean(), { maxLength: 80 }) },
      between: fc.constantFrom('', ' ', ' so '),
      isByWords: fc.boolean(),
    });
    fc.assert(
      fc.property(cut, ({ kept, from, at, to, spaces, between, isByWords }) => {
        const all = isByWords ? kept : Array.from(kept.join(''));
        const said = all.slice(from % 4, all.length - (to % 4));
        const typed = said.map((one, place) => one + (isByWords || spaces[place] === true ? ' ' : ''));
        const [before, own] = [typed.slice(0, at % said.length).join(''), typed.slice(at % said.length).join('')];
        const texts = textsReadTogether([own], [[before + between], ['Please assess.', before]]);
        const unreleased = kept.join(' ');
        expect(anyRepeatsUnreleased(texts, [unreleased], [])).toBe(byHand(texts, unreleased));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('A text beside others of the same recipient', () => {
  const besides = (own: string, ...others: Pieces[]) => anyRepeatsUnreleased(readBeside(own, others), [KEPT], []);
  const [begins, ends] = ['A caller says that he keeps', 'a knife under the stairs'];

  test.each<[what: string, own: string, others: Pieces[]]>([
    ['alone', `Mind: ${KEPT}`, [[WHY]]],
    ['where it goes on from one', ends, [[WHY, begins]]],
    ['where one goes on from it', begins, [[ends, WHY]]],
    ['where it goes on from two', 'under the stairs', [['A caller says that', 'he keeps a knife']]],
  ])('repeats: %s', (_what, own, others) => {
    expect(besides(own, ...others)).toBe(true);
  });

  test('is not held to what stands in another alone, nor to two that only others make', () => {
    expect([besides(WHY, [KEPT]), besides(WHY, [begins], [ends]), besides(WHY)]).toEqual([false, false, false]);
  });
});
