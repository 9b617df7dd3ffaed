import { DEMO_AGENCIES, newId } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { DisclosureRepository } from './disclosure.repository';
import { VolumeAlarm } from './volume-alarm';

jest.setTimeout(120_000);

/** None has committed by the time that the last of them looks: none sees what the others show. */
const allAtOnce = (calls: number) => {
  let here = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const patience = () => new Promise<void>((resolve) => setTimeout(resolve, 200));
  return {
    start: () => {
      here += 1;
      if (here === calls) open();
      return opened;
    },
    /** Until the others have looked, too, or wait for this one. */
    beforeCommit: patience,
  };
};

describe('The alarm of an account whose calls go on at once', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));

  const showing = (
    accountId: string,
    personIds: readonly string[],
    limit: number,
    gate: ReturnType<typeof allAtOnce>,
  ) =>
    sharing.app.get(UnitOfWork).run(async (tx) => {
      const { partnershipId, agencyId } = people.analyst;
      const ids = { releaseId: newId(), partnershipId, enquiryId: enquiry.enquiryId, accountId, agencyId };
      const call = { ...ids, mode: 'content', at: new Date() } as const;
      await sharing.app.get(DisclosureRepository).claim(tx, call);
      await gate.start();
      const actor = { ...people.analyst, id: accountId };
      await sharing.app.get(VolumeAlarm).watch(tx, actor, call, { shownOf: personIds, limit });
      await gate.beforeCommit();
    });
  const alarms = (accountId: string) =>
    sharing.query<{ people: number }>('SELECT people FROM volume_alarm WHERE account_id = $1', [accountId]);
  const someone = (count: number) => Array.from({ length: count }, () => newId());

  test('rings by the call that goes beyond the limit, whichever commits last', async () => {
    const [accountId, gate] = [newId(), allAtOnce(4)];
    await Promise.all(someone(4).map((personId) => showing(accountId, [personId], 3, gate)));
    expect(await alarms(accountId)).toEqual([{ people: 4 }]);
  });

  test('rings once, though each of them goes beyond it', async () => {
    const [accountId, gate] = [newId(), allAtOnce(3)];
    await Promise.all([1, 2, 3].map(() => showing(accountId, someone(5), 4, gate)));
    expect(await alarms(accountId)).toEqual([{ people: 5 }]);
  });

  test('holds nobody up for good: looks, letters and handovers of one account at once are all answered', async () => {
    const { row, itemIds } = await enquiry.accepted({ text: 'He was seen near the school.' });
    const look = () => enquiry.release([row], {}, people.manager);
    const products = productsWith(sharing, enquiry);
    const letter = {
      ...{ kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school },
    };
    const calls = [1, 2, 3].flatMap(() => [look(), products.post({ itemIds }), products.post(letter), look()]);
    const answers = await Promise.all(calls.map((call) => call.then((answer) => answer)));
    expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  });
});
