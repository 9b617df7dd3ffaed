import { newId } from '../core/ids';
import { handoverDigest } from './handover-digest';

describe('What stands for a handover', () => {
  const [child, sibling] = [newId(), newId()];
  const handover = {
    ...{ productId: newId(), audience: 'team_eh', toAgencyId: 'riverside-early-help', personIds: [child, sibling] },
  };

  test('is the same however its people are listed, and names none of them', () => {
    const digest = handoverDigest(handover);
    expect(handoverDigest({ ...handover, personIds: [sibling, child, sibling] })).toBe(digest);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['another handover', { productId: newId() }],
    ['another team', { audience: 'team_sc' }],
    ['another agency', { toAgencyId: 'riverside-social-care' }],
    ['fewer people', { personIds: [child] }],
    ['other people', { personIds: [child, newId()] }],
  ])('is not that of %s', (_, changes) => {
    expect(handoverDigest({ ...handover, ...changes })).not.toBe(handoverDigest(handover));
  });
});
