import type { AnswerContent } from '@mash/sealing';
import { othersAmong, withOwnItemIds, type KnownAnswerFacts } from './own-item-ids';

const [FIRST, OTHER] = ['0aa00000-0000-4000-8000-00000000000a', '0bb00000-0000-4000-8000-00000000000b'] as const;
const opened = (...itemIds: string[]) => {
  const items = itemIds.map((itemId) => ({ itemId }));
  return { facts: { items } as unknown as KnownAnswerFacts, content: { items } as unknown as AnswerContent };
};
const answer = (answerId: string) => ({ answerId, personId: 'a person', agencyId: 'police' });
/** The first of all where no answer is named. */
const copy = (answerId: string | null, itemId: string = FIRST, agencyId: string | null = 'police') => ({
  ...{ itemId, agencyId, answerId: answerId ?? 'first', personId: 'a person', isFirst: answerId === null },
});
const itemsOf = (...its: Parameters<typeof withOwnItemIds>) => withOwnItemIds(...its).facts.items;

describe('The ids of an item that came more than once', () => {
  test('are its own, and those of all the others, whichever came first', () => {
    const copies = [copy(null), copy('second'), copy('third'), copy('third', OTHER)];
    const [first] = itemsOf(opened(FIRST), [], answer('first'), copies);
    const [second] = itemsOf(opened(FIRST), [FIRST], answer('second'), copies);
    const [third] = itemsOf(opened(FIRST.toUpperCase()), [FIRST], answer('third'), copies);
    const others = [second?.itemId, third?.itemId];
    expect(first).toEqual({ itemId: FIRST, alsoIds: others, alsoOfPerson: others });
    expect(second?.alsoIds).toEqual([FIRST, third?.itemId]);
    expect(third?.alsoIds).toEqual([FIRST, second?.itemId]);
  });

  test("are one where it came once, and where what came under it is another agency's", () => {
    const copies = [copy(null, FIRST, 'health'), copy('second'), copy('third', FIRST, 'health'), copy(null, OTHER)];
    const [one, other] = itemsOf(opened(FIRST, OTHER), [FIRST], answer('second'), copies);
    expect([one?.alsoIds, other]).toEqual([undefined, { itemId: OTHER }]);
    expect(one?.itemId).not.toBe(FIRST);
  });

  test('are one id however it is written', () => {
    const { facts, content } = withOwnItemIds(opened(FIRST.toUpperCase()), [], answer('first'), [copy(null)]);
    expect([facts.items, content.items]).toEqual([[{ itemId: FIRST }], [{ itemId: FIRST }]]);
  });

  test('are also those of one of which nobody knows any more whose it was', () => {
    const [one] = itemsOf(opened(FIRST), [FIRST], answer('second'), [copy(null, FIRST, null), copy('second')]);
    expect(one?.alsoIds).toEqual([FIRST]);
  });

  test("are known beside a brother's in the same answer, and not as another that may be about the same person", () => {
    const brothers = { ...copy('first'), personId: 'a brother' };
    const copies = [copy(null), brothers, copy('second')];
    const [own] = itemsOf(opened(FIRST), [], answer('first'), copies);
    expect([own?.alsoIds?.length, own?.alsoOfPerson?.length]).toEqual([2, 1]);
    const [his] = itemsOf(opened(FIRST), [FIRST], { ...answer('first'), personId: 'a brother' }, copies);
    expect([his?.alsoIds?.length, his?.alsoOfPerson]).toEqual([2, undefined]);
    expect(othersAmong(copies)(FIRST)).toEqual(own?.alsoOfPerson);
    expect(othersAmong(copies)(his?.itemId ?? '')).toEqual([]);
    // Both came again, in one answer: each is known with what came of the same person.
    const again = [...copies, copy('third'), { ...brothers, answerId: 'third' }];
    const ofHim = { answerId: 'third', personId: 'a brother', agencyId: 'police' };
    const [hisNewest] = itemsOf(opened(FIRST), [FIRST], ofHim, again);
    expect(hisNewest?.alsoOfPerson).toEqual([his?.itemId]);
    expect(othersAmong(again)(hisNewest?.itemId ?? '')).toEqual([his?.itemId]);
  });

  test('are found from any of them, where no envelope is at hand', () => {
    const copies = [copy(null), copy('second'), copy('third'), copy('third', FIRST, 'health'), copy(null, OTHER)];
    const others = othersAmong(copies);
    const [second, third] = ['second', 'third'].map(
      (one) => itemsOf(opened(FIRST), [FIRST], answer(one), copies)[0]?.itemId ?? '',
    );
    expect(others(FIRST)).toEqual([second, third]);
    expect(others(second ?? '')).toEqual([FIRST, third]);
    expect([others(OTHER), others('0cc00000-0000-4000-8000-00000000000c')]).toEqual([[], []]);
    const ofHealth = { answerId: 'fourth', personId: 'a person', agencyId: 'health' };
    const [itsId] = itemsOf(opened(FIRST), [FIRST], ofHealth, []);
    expect(othersAmong([...copies, copy('fourth', FIRST, 'health')])(itsId?.itemId ?? '')).toHaveLength(1);
  });
});
