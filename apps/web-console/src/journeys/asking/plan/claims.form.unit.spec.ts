import { keyOf, type AskLine } from './ask-line';
import { claimInWhy, claimsInAdded } from './claims.form';

const line = (why: string, changes: Partial<AskLine> = {}): AskLine => ({
  ...{ agencyId: 'riverside-police', agencyName: 'Riverside Police', personId: 'a-child' },
  ...{ category: 'missing-episodes', existenceOnly: false, why, need: { need: 'yes' } },
  ...{ suggested: true, widened: true, ...changes },
});
const atS17 = { purpose: 'S17', work: 'S17' } as const;
const claim = line('There may be significant harm');

describe('Why more is asked', () => {
  test('claims no threshold that nobody has judged, when it is added', () => {
    expect(claimInWhy(claim, atS17)).toMatchObject([{ field: 'add-why' }]);
    expect(claimInWhy(claim, { purpose: 'DA', work: 'S47' })).toEqual([]);
    expect(claimInWhy(line('He was gone for a night'), atS17)).toEqual([]);
    expect(claimInWhy(undefined, atS17)).toEqual([]);
  });

  test('nor when it is sent, the threshold having changed: the line is named that has to be added again', () => {
    const plan = line('Every Red: significant harm', { category: 'police-incidents', widened: false });
    const [error, ...others] = claimsInAdded([plan, claim], new Set([plan, claim].map(keyOf)), atS17);
    expect([error?.field, others]).toEqual(['line-1', []]);
    expect(error?.text).toMatch(/leave out "significant harm".*Add this line again$/);
    expect(claimsInAdded([plan, claim], new Set([keyOf(plan)]), atS17)).toEqual([]);
  });
});
