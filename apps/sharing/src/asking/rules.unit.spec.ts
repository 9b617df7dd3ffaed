import { loadCurrentPack } from '@mash/threshold-packs';
import { DEFAULT_PACK_SETTINGS } from '../domain/decision';
import { rulesOf, settingsOf } from './rules';

const pack = loadCurrentPack('thurrock');

describe('The rule book of a partnership', () => {
  test.each(['thurrock', 'medway', 'durham', 'southend', 'kent', 'england'])('%s is the book as it stands', (id) => {
    expect(settingsOf(loadCurrentPack(id))).toEqual(DEFAULT_PACK_SETTINGS);
  });

  test('reads every setting of the pack', () => {
    const sharing = {
      ...pack.sharing,
      agreementGapBetweenBoundBodies: { outcome: 'PERMIT' as const },
      helpWithoutServiceConsent: { outcome: 'DENY' as const },
      noGroundBetweenBoundBodies: { outcome: 'REVIEW' as const },
      askingUnboundBodies: { outcome: 'DENY' as const },
      pastReviewGraceDays: { value: 30 },
    };
    const strict = { ...pack, sharing };
    expect(settingsOf(strict)).toEqual({
      ...{ agreementGap: 'permit', helpWithoutService: 'deny', noGroundBetweenBound: 'review', askingUnbound: 'deny' },
      reviewGraceDays: 30,
    });
    expect(rulesOf(strict).version).not.toBe(rulesOf(pack).version);
    expect(rulesOf(pack)).toBe(rulesOf(pack));
  });
});
