import type { Review } from '@mash/contracts';
import type { Asker } from '../../api-clients/service-http';
import { ProductOpener, type OpenedOrNot } from '../inbox/product-opener';
import { ProductReader } from './product-reader';

const of = (opened: OpenedOrNot, changes: { roles?: string[]; releaser?: Review['releaser']; kind?: string } = {}) => {
  const { roles = ['mash-manager'], releaser = 'hub_manager', kind = 'product' } = changes;
  const opener: ProductOpener = Object.assign(Object.create(ProductOpener.prototype), {
    open: () => Promise.resolve(opened),
  });
  const asker: Asker = Object.assign(Object.create(null), { person: { roles } });
  const review: Review = Object.assign(Object.create(null), { about: { kind, id: 'p' }, releaser });
  return new ProductReader(opener).of(asker, review);
};

describe('What a REVIEW would let go', () => {
  test('that the hub may read and does not get is said to be missing, or recalled', async () => {
    expect(await of({})).toEqual({ notShown: 'cannot' });
    expect(await of({ recalled: 'This was recalled on 22 November 2026: ask the hub.' })).toEqual({
      notShown: 'recalled',
    });
  });

  test('is not spoken of to whoever has no business with it', async () => {
    expect(await of({}, { roles: ['ig-officer'] })).toEqual({});
    expect(await of({}, { releaser: 'holder' })).toEqual({});
    expect(await of({}, { kind: 'item' })).toEqual({});
  });
});
