import {
  newId,
  type CarriedObligation,
  type Ledger,
  type OpenedProduct,
  type OutwardProductMade,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const WORDS = 'He was seen alone in the park in May.';
const WARNED: readonly (readonly [string, AnItem, CarriedObligation])[] = [
  ['unsafe to tell the parent', { text: WORDS, facts: { flags: ['unsafe_tell'] } }, 'NOT_TELL_PARENT'],
  ['do not alert', { text: WORDS, facts: { flags: ['do_not_alert'] } }, 'CARRY_DO_NOT_ALERT'],
  ['court papers', { text: WORDS, facts: { bar: 'court' } }, 'COURT_NOTICE'],
];

describe('What travels with an item', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  });

  const accepted = async (item: AnItem) => {
    const answer = await enquiry.accepted(item);
    [itemId = ''] = answer.itemIds;
    return answer.row;
  };
  const look = (row: object, as = people.manager) => enquiry.released([row], {}, as);
  const accept = async (as: typeof people.manager, ...obligations: CarriedObligation[]) => {
    const carried = obligations.length > 0 ? { carried: [{ itemId, obligations }] } : {};
    const its = { acceptanceId: newId(), enquiryId: enquiry.enquiryId, itemIds: [itemId], ...carried };
    return (await sharing.as(as)('post', '/condition-acceptances', its)).status;
  };
  const makeAndOpen = async () => {
    const made = await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
      ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
      ...{ words: 'Please assess.', itemIds: [itemId], people: [] },
    });
    const { productId, included } = made.body as OutwardProductMade;
    expect(included).toEqual([itemId]);
    return async (as = people.socialCareManager) =>
      (await sharing.as(as)('post', `/outward-products/${productId}/open`, { releaseId: newId() }))
        .body as OpenedProduct;
  };

  /** On which law the ledger says that each opening of the product rested, the newest first. */
  const restedOn = async () => {
    const filter = `enquiryId=${enquiry.enquiryId}&recipientId=${people.socialCareManager.id}&page=1`;
    const { body } = await sharing.as(people.igOfficer)('get', `/ledger?${filter}`);
    return (body as Ledger).entries.map(({ lawfulBasis }) => lawfulBasis);
  };

  test.each(WARNED)(
    '%s: the hub accepts it before it reads the words, and reads the warning beside them',
    async (_name, item, code) => {
      const row = await accepted(item);
      const before = await look(row);
      expect(before.items).toMatchObject([{ visibility: 'withheld', acceptFirst: true, obligations: [code] }]);
      expect(JSON.stringify(before)).not.toContain(WORDS);
      expect(await accept(people.manager, code)).toBe(204);
      expect((await look(row)).items).toMatchObject([{ visibility: 'shown', content: { text: WORDS } }]);
      expect((await look(row)).items[0]?.obligations).toContain(code);
    },
  );

  test.each(WARNED)(
    '%s: it goes with the handover, and each of the team accepts it first',
    async (_name, item, code) => {
      await accepted(item);
      const open = await makeAndOpen();
      const before = await open();
      expect(before).toMatchObject({ items: [], toAccept: [{ itemId, obligations: [code] }] });
      expect(JSON.stringify(before)).not.toContain(WORDS);
      expect(await restedOn()).toEqual([[]]);
      expect(await accept(people.socialCareManager, code)).toBe(204);
      const after = await open();
      expect(await restedOn()).toEqual([expect.arrayContaining([expect.stringContaining('s16LA')]), []]);
      expect(after.items).toMatchObject([{ text: WORDS, obligations: [code] }]);
      expect(after.toAccept).toBeUndefined();
      expect(await open(people.manager)).toMatchObject({ items: [], toAccept: [{ itemId }] });
    },
  );

  test('accepting a condition accepts no warning that came with it or since', async () => {
    const row = await accepted({
      text: WORDS,
      facts: { handling: 'C', condition: { kind: 'NO_WRITE' }, flags: ['unsafe_tell'] },
    });
    expect(await accept(people.manager)).toBe(204);
    expect((await look(row)).items).toMatchObject([{ visibility: 'withheld', acceptFirst: true }]);
    expect(await accept(people.manager, 'NOT_TELL_PARENT')).toBe(204);
    expect((await look(row)).items).toMatchObject([{ visibility: 'shown' }]);
    const police = new AHolder(sharing, enquiry);
    expect((await police.states(itemId, { facts: { says: 'telling_held' } })).status).toBe(204);
    const again = await look(row);
    expect(again.items).toMatchObject([{ visibility: 'withheld', acceptFirst: true }]);
    expect(again.items[0]?.obligations).toContain('CARRY_DO_NOT_ALERT');
  });

  test('which items carried what lies sealed, and an unknown warning is refused', async () => {
    await accepted({ text: WORDS, facts: { flags: ['unsafe_tell'] } });
    expect(await accept(people.manager, 'NOT_TELL_PARENT')).toBe(204);
    expect(await accept(people.manager, 'INFORM_PARENT' as CarriedObligation)).toBe(400);
    const { enquiryId } = enquiry;
    const kept = await sharing.query('SELECT * FROM condition_acceptance WHERE enquiry_id = $1', [enquiryId]);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toMatch(/NOT_TELL|unsafe/);
    expect(JSON.stringify(kept)).not.toContain(itemId);
  });
});
