import { anyRepeatsUnreleased } from './repeats-unreleased';
import { textsReadTogether, type Pieces } from './texts-read-together';

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
});
