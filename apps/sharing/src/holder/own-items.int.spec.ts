import { DEMO_AGENCIES, newId, type OutwardProductMade, type OwnItemsOpened } from '@mash/contracts';
import { ANY_PART } from '@mash/sealing';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { AnEnquiry, type AnItem } from '../../testing/an-enquiry';
import { nameReleasers } from '../../testing/named-releasers';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const KEPT: AnItem = { text: 'He was seen alone in the park in May.', facts: { flags: ['hub_only'] } };

describe('What an agency has said, and changing its mind unasked', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let police: AHolder;
  let itemIds: string[];

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    police = new AHolder(sharing, enquiry);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
    sharing.others.access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'rep_joint' });
  });

  const accepted = async (...items: AnItem[]) => {
    const answer = await enquiry.accepted(...items);
    itemIds = answer.itemIds;
    return answer;
  };
  const ownAs = (as: typeof people.policeLiaison, changes: object = {}) =>
    sharing.as(as)('post', '/holder-items/open-own', {
      ...{ releaseId: newId(), enquiryId: enquiry.enquiryId, ...changes },
    });
  const own = async (changes: object = {}) => (await ownAs(people.policeLiaison, changes)).body as OwnItemsOpened;
  const standsNow = async () => (await own()).items[0]?.stands;
  const make = async (changes: object = {}) =>
    (
      await sharing.as(people.manager)('post', '/outward-products', {
        ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
        ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
        ...{ words: 'Please assess.', itemIds, people: [], ...changes },
      })
    ).body as OutwardProductMade;
  const letter = () =>
    make({
      ...{ kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school },
      itemIds: [],
    });
  const open = (productId: string, as: typeof people.teacher) =>
    sharing.as(as)('post', `/outward-products/${productId}/open`, { releaseId: newId() });

  test('reads its items with what stands, one ledger line each, and leaves out what a law bars', async () => {
    await accepted(KEPT, { text: 'A sealed matter.', facts: { bar: 'adoption' } });
    const [itemId = ''] = itemIds;
    await police.states(itemId, { facts: { says: 'refused', to: SOCIAL_CARE } });
    await police.states(itemId, { facts: { says: 'telling_held' } });
    expect(await own()).toMatchObject({
      items: [
        {
          text: KEPT.text,
          stands: { alert: 'stands', relevance: 'relevant', to: [{ ...SOCIAL_CARE, release: 'refused' }] },
        },
      ],
      ...{ barred: 1, maySpeak: true, recordsDetriment: false },
    });
    expect((await own()).recipients).not.toContain(DEMO_AGENCIES.police);
    const lines = await sharing.query(
      'SELECT audience, rule FROM disclosure WHERE enquiry_id = $1 AND recipient_id = $2',
      [enquiry.enquiryId, people.policeLiaison.id],
    );
    expect(lines).toEqual([
      { audience: 'hub_holder', rule: 'OWN_ITEM' },
      { audience: 'hub_holder', rule: 'OWN_ITEM' },
    ]);
  });

  test('is nobody else’s: another agency, the hub, another partnership, another enquiry, a release made twice', async () => {
    await accepted(KEPT);
    const [itemId] = itemIds;
    for (const other of [people.healthLiaison, people.manager, people.otherAnalyst])
      expect((await ownAs(other)).status).toBe(404);
    expect((await ownAs(people.policeLiaison, { itemId: newId() })).status).toBe(404);
    expect((await ownAs(people.policeLiaison, { enquiryId: newId() })).status).toBe(404);
    const elsewhere = await AnEnquiry.begin(sharing);
    expect((await ownAs(people.policeLiaison, { itemId, enquiryId: elsewhere.enquiryId })).status).toBe(404);
    const releaseId = newId();
    expect((await ownAs(people.policeLiaison, { releaseId, itemId })).status).toBe(200);
    expect((await ownAs(people.policeLiaison, { releaseId, itemId })).status).toBe(409);
    const refused = await sharing.query(
      `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'reasonCode' = 'NOT_OF_THE_HOLDER' AND envelope -> 'data' ->> 'action' = 'holder-item.open-own'`,
    );
    expect(refused.length).toBeGreaterThan(0);
  });

  test('a release that is taken back is asked for anew; a refusal that is lifted is as if nothing had been said', async () => {
    await accepted(KEPT);
    const [itemId = ''] = itemIds;
    const asked = await make();
    await police.answers(asked.leftOut[0]?.reviewId ?? '', {
      itemId,
      says: { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } },
    });
    expect((await make()).included).toEqual([itemId]);
    expect((await police.states(itemId, { facts: { says: 'taken_back', to: SOCIAL_CARE } })).status).toBe(204);
    expect(await standsNow()).toMatchObject({ to: [{ ...SOCIAL_CARE, release: 'none' }] });
    const again = await make();
    expect(again).toMatchObject({ included: [], leftOut: [{ code: 'NOT_RELEASED' }] });
    const reviewId = again.leftOut[0]?.reviewId ?? '';
    expect(reviewId).not.toBe(asked.leftOut[0]?.reviewId);
    const refused = await police.answers(reviewId, {
      ...{ answer: 'refuse', ground: 'source_at_risk', itemId },
      says: { facts: { says: 'refused', to: SOCIAL_CARE } },
    });
    expect(refused.status).toBe(204);
    expect(await make()).toMatchObject({ leftOut: [{ code: 'HOLDER_REFUSED' }] });
    await police.states(itemId, { facts: { says: 'taken_back', to: SOCIAL_CARE } });
    expect(await make()).toMatchObject({ included: [], leftOut: [{ code: 'NOT_RELEASED' }] });
  });

  test('"do not alert" that is set afterwards holds a letter that was let go and not read yet, until it is cleared', async () => {
    await accepted({ text: 'An arrest is planned.' });
    const [itemId = ''] = itemIds;
    const made = await letter();
    expect(made.state).toBe('made');
    await police.states(itemId, { facts: { says: 'telling_held' } });
    expect((await open(made.productId, people.teacher)).status).toBe(404);
    expect(await letter()).toMatchObject({ state: 'waiting_review', reason: { code: 'HOLD' } });
    await police.states(itemId, { facts: { says: 'telling_cleared' } });
    expect((await open(made.productId, people.teacher)).status).toBe(200);
    expect(await standsNow()).toMatchObject({ alert: 'cleared' });
  });

  test('what is said of an agency holds for every part of it outside the hub, and for nobody else', async () => {
    const { row } = await accepted(KEPT);
    const [itemId = ''] = itemIds;
    const toSocialCare = { audience: ANY_PART, agencyId: SOCIAL_CARE.agencyId };
    await police.states(itemId, { facts: { says: 'released_as_it_stands', to: toSocialCare } });
    expect((await make()).included).toEqual([itemId]);
    expect((await make({ audience: 'team_other', toAgencyId: DEMO_AGENCIES.health })).included).toEqual([]);
    await police.states(itemId, { facts: { says: 'refused', to: toSocialCare } });
    expect(await make()).toMatchObject({ leftOut: [{ code: 'HOLDER_REFUSED' }] });
    await police.states(itemId, {
      facts: { says: 'refused', to: { ...toSocialCare, agencyId: DEMO_AGENCIES.council } },
    });
    expect((await enquiry.release([row], {}, people.manager)).body).toMatchObject({
      items: [{ visibility: 'shown' }],
    });
  });

  test('of a recipient that nobody knows, or of oneself, nothing can be stated', async () => {
    await accepted(KEPT);
    const [itemId = ''] = itemIds;
    for (const to of [
      { audience: ANY_PART, agencyId: 'no-such-body' },
      { audience: ANY_PART, agencyId: DEMO_AGENCIES.police },
      { audience: 'everybody', agencyId: DEMO_AGENCIES.health },
    ])
      expect(await police.states(itemId, { facts: { says: 'refused', to } })).toMatchObject({
        ...{ status: 422, body: { code: 'SHARING.RECIPIENT_UNKNOWN' } },
      });
    expect(await sharing.query('SELECT 1 FROM holder_statement WHERE enquiry_id = $1', [enquiry.enquiryId])).toEqual(
      [],
    );
  });

  test('who may record a detriment is said by the administrator or the agency’s own lead, one by one, and by nobody for themselves', async () => {
    await nameReleasers(sharing, new Date(Date.now() - 1000).toISOString());
    const agencyId = DEMO_AGENCIES.police;
    const accountId = newId();
    const who = { agencyId, accountId, name: 'Invented Colleague' };
    const as = (person: typeof people.admin, path = '', body: object = who) =>
      sharing.as(person)('post', `/register/detriment-authors${path}`, body);
    const list = async (person: typeof people.admin) =>
      (await sharing.as(person)('get', '/register/detriment-authors')).body as { authors: object[]; mayKeep: string[] };

    expect((await as(people.healthLiaison)).status).toBe(404);
    expect((await as(people.manager)).status).toBe(403);
    expect((await as(people.admin, '', { ...who, agencyId: 'no-such-body' })).status).toBe(404);
    expect((await as(people.admin, '', { ...who, name: ' ' })).status).toBe(400);
    expect((await as(people.admin)).status).toBe(204);
    expect(await as(people.admin)).toMatchObject({ status: 409, body: { code: 'SHARING.AUTHORISED_ALREADY' } });
    expect((await list(people.igOfficer)).authors).toMatchObject([who]);
    expect((await list(people.healthLiaison)).authors).toEqual([]);
    expect((await list(people.admin)).mayKeep).toContain(agencyId);
    expect((await as(people.healthLiaison, '/end', { agencyId, accountId })).status).toBe(404);
    expect((await as(people.admin, '/end', { agencyId, accountId })).status).toBe(204);
    expect((await as(people.admin, '/end', { agencyId, accountId })).status).toBe(404);
    expect((await list(people.admin)).authors).toEqual([]);
    expect((await as(people.policeSenior)).status).toBe(204);
    expect((await as(people.policeLiaison, '/end', { agencyId, accountId })).status).toBe(403);
    const oneself = { agencyId, accountId: people.admin.id, name: 'Owen Pryce' };
    expect(await as(people.admin, '', oneself)).toMatchObject({
      status: 422,
      body: { code: 'SHARING.SELF_AUTHORISED' },
    });
    await expect(sharing.queryAsApp('DELETE FROM detriment_author')).rejects.toThrow('permission denied');
  });
});
