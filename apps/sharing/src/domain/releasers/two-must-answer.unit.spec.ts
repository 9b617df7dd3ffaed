import { hasSaidTheOther } from './two-must-answer';

type Asked = Parameters<typeof hasSaidTheOther>[0];

const review = (its: Partial<Asked> & Pick<Asked, 'reviewId' | 'releaser'>): Asked => ({
  ...{ rule: 'R-PUR-03', state: 'open', answeredBy: null, answeredAt: null },
  ...its,
});
const yes = (reviewId: string, answeredBy: string, minute: number, its: Partial<Asked> = {}): Asked =>
  review({
    ...{ reviewId, releaser: 'H', state: 'released', answeredBy, answeredAt: new Date(minute * 60_000) },
    ...its,
  });
const ofGovernance = review({ reviewId: 'ig', releaser: 'IG' });

describe('The second yes to what two desks answer', () => {
  test('is nobody’s who said the first', () => {
    expect(hasSaidTheOther(ofGovernance, [yes('h', 'anna', 1)], 'anna')).toBe(true);
    expect(hasSaidTheOther(ofGovernance, [yes('h', 'anna', 1)], 'bert')).toBe(false);
    const first = yes('ig', 'anna', 1, { releaser: 'IG' });
    expect(hasSaidTheOther(review({ reviewId: 'h', releaser: 'H' }), [first], 'anna')).toBe(true);
  });

  test('is nobody’s who stands in for a lawyer and said yes as hub manager', () => {
    const legal = review({ reviewId: 'l', releaser: 'L', rule: 'R-XB-02' });
    const asManager = yes('m', 'anna', 1, { releaser: 'M', rule: 'R-XB-02' });
    expect(hasSaidTheOther(legal, [asManager], 'anna')).toBe(true);
    expect(hasSaidTheOther(legal, [asManager], 'bert')).toBe(false);
  });

  test('is open to whoever said the first once, where somebody else has said it since', () => {
    const both = [yes('again', 'bert', 2), yes('before', 'anna', 1)];
    expect([hasSaidTheOther(ofGovernance, both, 'anna'), hasSaidTheOther(ofGovernance, both, 'bert')]).toEqual([
      false,
      true,
    ]);
  });

  test('bears on no other row, no refusal, and not on the same desk', () => {
    const others = [
      yes('of another row', 'anna', 1, { rule: 'R-XB-02' }),
      yes('refused', 'anna', 1, { state: 'refused' }),
      yes('of the same desk', 'anna', 1, { releaser: 'IG' }),
    ];
    expect(hasSaidTheOther(ofGovernance, others, 'anna')).toBe(false);
  });
});
