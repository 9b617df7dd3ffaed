import type { AnswerContent } from '@mash/sealing';
import { withOwnItemIds, type KnownAnswerFacts } from './own-item-ids';

const [FIRST, OTHER] = ['0aa00000-0000-4000-8000-00000000000a', '0bb00000-0000-4000-8000-00000000000b'] as const;
const opened = (...itemIds: string[]) => {
  const items = itemIds.map((itemId) => ({ itemId }));
  return { facts: { items } as unknown as KnownAnswerFacts, content: { items } as unknown as AnswerContent };
};
const answer = (answerId: string) => ({ answerId, personId: 'a person' });
const copy = (answerId: string | null, itemId: string = FIRST) => ({
  ...{ itemId, answerId, personId: answerId === null ? null : 'a person' },
});
const itemsOf = (...its: Parameters<typeof withOwnItemIds>) => withOwnItemIds(...its).facts.items;

describe('The ids of an item that came again', () => {
  test('are its own, the one that it came with, and those of the copies beside it', () => {
    const copies = [copy(null), copy('second'), copy('third'), copy('third', OTHER)];
    const [second] = itemsOf(opened(FIRST), [FIRST], answer('second'), copies);
    const [third] = itemsOf(opened(FIRST.toUpperCase()), [FIRST], answer('third'), copies);
    expect(second?.alsoIds).toEqual([FIRST, third?.itemId]);
    expect(third?.alsoIds).toEqual([FIRST, second?.itemId]);
  });

  test('are one where it is no copy, and where nothing that its agency sent is known under it', () => {
    const [one, other] = itemsOf(opened(FIRST, OTHER), [FIRST], answer('second'), [copy('second')]);
    expect([one?.alsoIds, other]).toEqual([undefined, { itemId: OTHER }]);
    expect(one?.itemId).not.toBe(FIRST);
  });
});
