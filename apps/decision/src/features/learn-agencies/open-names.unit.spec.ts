import { DEMO_PARTNERSHIP, OTHER_PARTNERSHIP, type Agencies } from '@mash/contracts';
import { OpenNames } from './open-names';

const body = (agencyId: string, revealsCategory: boolean): Agencies['agencies'][number] => ({
  ...{ agencyId, name: agencyId, kind: 'voluntary', bound: true, answersFor: [], revealsCategory },
});
const asked = (agencyId: string, mayBeNamed = true) => ({ agencyId, mayBeNamed });
const POLICE = 'the-police';
const REFUGE = 'a-refuge';

describe('Names of agencies that give nothing away', () => {
  const namedOf = (names: OpenNames, requests = [asked(POLICE), asked(REFUGE)], partnershipId = DEMO_PARTNERSHIP) =>
    names.asOfToday(partnershipId, requests).flatMap((one) => (one.mayBeNamed ? [one.agencyId] : []));

  test('are those that were open when they were asked and that the register leaves open', () => {
    const names = new OpenNames();
    names.keep(DEMO_PARTNERSHIP, [body(POLICE, false), body(REFUGE, false)]);
    expect(namedOf(names)).toEqual([POLICE, REFUGE]);
    names.keep(DEMO_PARTNERSHIP, [body(POLICE, false), body(REFUGE, true)]);
    expect(namedOf(names)).toEqual([POLICE]);
    expect(namedOf(names, [asked(POLICE, false)])).toEqual([]);
  });

  test('are none that no register has, of its own partnership, and none before it was read', () => {
    const names = new OpenNames();
    expect([namedOf(names), names.isAtHand(DEMO_PARTNERSHIP)]).toEqual([[], false]);
    names.keep(DEMO_PARTNERSHIP, [body(POLICE, false)]);
    expect([namedOf(names), names.isAtHand(DEMO_PARTNERSHIP)]).toEqual([[POLICE], true]);
    expect(namedOf(names, [asked(POLICE)], OTHER_PARTNERSHIP)).toEqual([]);
  });
});
