import { CaseAccessRepository } from '@mash/case-access';
import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type HolderItem, type OutwardProductMade } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { TO_REFERRER, type productsWith } from '../../testing/a-product';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const INTELLIGENCE: AnItem = {
  text: 'A caller says that he keeps a knife under the stairs in the house.',
  facts: { handling: 'C', condition: { kind: 'NO_WRITE' }, flags: ['hub_only', 'source_risk'] },
};
const WORDS = 'There is reason to think that a weapon is kept in the home.';
const inThirtyDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('What the holder decides', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let police: AHolder;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(() => {
    police = new AHolder(sharing, enquiry);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    sharing.others.access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
    sharing.others.access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
  });

  const accepted = async (...items: AnItem[]) => {
    const answer = await enquiry.accepted(...items);
    [itemId = ''] = answer.itemIds;
    return answer;
  };
  const make = (changes: object = {}) => products.make({ words: 'Please assess.', itemIds: [itemId], ...changes });
  const letter = () => make({ ...TO_REFERRER, itemIds: [] });
  const open = (productId: string, as: typeof people.teacher = people.socialCareManager) =>
    products.open(productId, as);
  /** The one that waits for the police in this enquiry. */
  const openReview = async (): Promise<string> => {
    const { body } = await sharing.as(people.policeLiaison)('get', '/reviews');
    const { reviews } = body as { reviews: { reviewId: string; enquiryId: string }[] };
    return reviews.find(({ enquiryId }) => enquiryId === enquiry.enquiryId)?.reviewId ?? '';
  };
  const reviewOf = (made: OutwardProductMade): string => made.leftOut[0]?.reviewId ?? '';
  const released = {
    facts: { says: 'released_wording', to: SOCIAL_CARE, hidesSource: true } as const,
    content: { wording: WORDS },
  };

  test('a wording that answers the REVIEW goes out, the original never', async () => {
    await accepted(INTELLIGENCE);
    const asked = await make();
    expect(asked.leftOut).toMatchObject([{ itemId, code: 'NOT_RELEASED', dueAt: expect.any(String) as string }]);
    expect((await police.answers(reviewOf(asked), { itemId, says: released })).status).toBe(204);
    const made = await make();
    expect(made).toMatchObject({ state: 'made', included: [itemId], leftOut: [] });
    const { body } = await open(made.productId);
    expect(body).toMatchObject({ items: [{ text: WORDS }] });
    expect(JSON.stringify(body)).not.toContain('knife');
  });

  test('one statement answers every question of the REVIEW that waits for the holder, and the rules decide again at once', async () => {
    await accepted(INTELLIGENCE);
    const asked = await make();
    const reviews = () =>
      sharing.query<{ state: string }>('SELECT state FROM review WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect((await reviews()).length).toBeGreaterThan(1);
    await police.answers(reviewOf(asked), { itemId, says: released });
    expect(new Set((await reviews()).map(({ state }) => state))).toEqual(new Set(['released']));
    const decided = await sharing.query(
      'SELECT outcome, by_person FROM sharing_decision WHERE about_id = $1 ORDER BY decided_at',
      [itemId],
    );
    expect(decided).toEqual([
      { outcome: 'REVIEW', by_person: null },
      { outcome: 'PERMIT', by_person: people.policeLiaison.id },
    ]);
  });

  test('an item released as it stands goes in its own words, for that recipient only', async () => {
    await accepted({ text: 'He was seen alone in the park in May.', facts: { flags: ['hub_only'] } });
    await police.states(itemId, { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } });
    const made = await make();
    expect((await open(made.productId)).body).toMatchObject({
      items: [{ text: 'He was seen alone in the park in May.' }],
    });
    const elsewhere = await make({ audience: 'team_eh', toAgencyId: DEMO_AGENCIES.earlyHelp });
    expect(elsewhere).toMatchObject({ included: [], leftOut: [{ code: 'NOT_RELEASED' }] });
  });

  test('a refusal stands until the holder releases, and the newest statement wins', async () => {
    await accepted(INTELLIGENCE);
    const refused = await police.answers(reviewOf(await make()), {
      ...{ answer: 'refuse', ground: 'source_at_risk', itemId },
      says: { facts: { says: 'refused', to: SOCIAL_CARE } },
    });
    expect(refused.status).toBe(204);
    expect(await make()).toMatchObject({ included: [], leftOut: [{ code: 'HOLDER_REFUSED' }] });
    expect((await police.states(itemId, released)).status).toBe(204);
    expect((await make()).included).toEqual([itemId]);
    await police.states(itemId, { facts: { says: 'refused', to: SOCIAL_CARE } });
    expect(await make()).toMatchObject({ included: [], leftOut: [{ code: 'HOLDER_REFUSED' }] });
  });

  test('a newer wording reopens what rested on the older one, a withdrawn item is gone from what was sent', async () => {
    await accepted(INTELLIGENCE);
    await police.states(itemId, released);
    const made = await make();
    await police.states(itemId, { ...released, content: { wording: 'Visit in pairs.' } });
    expect((await open(made.productId)).body).toMatchObject({ items: [{ text: 'Visit in pairs.' }] });
    await police.states(itemId, { facts: { says: 'refused', to: SOCIAL_CARE } });
    expect((await open(made.productId)).body).toMatchObject({ words: 'Please assess.', items: [] });
  });

  test('a detriment of an authorised person is a no without its cause; of anybody else it is claimed, and a human looks', async () => {
    await accepted({ text: 'He was seen alone in the park in May.' });
    const detriment = {
      facts: { says: 'detriment', to: SOCIAL_CARE, personId: enquiry.personId, reviewBy: inThirtyDays(20) } as const,
      content: { harm: 'He would run from home.' },
    };
    await police.states(itemId, detriment);
    expect(await make()).toMatchObject({ leftOut: [{ code: 'DETRIMENT_CHALLENGED' }] });
    const authorise = (as: typeof people.admin) =>
      sharing.as(as)('post', '/register/detriment-authors', {
        ...{ agencyId: DEMO_AGENCIES.police, accountId: people.policeLiaison.id, name: 'Callum Reyes' },
      });
    expect((await authorise(people.manager)).status).toBe(403);
    expect((await authorise(people.admin)).status).toBe(204);
    expect(await make()).toMatchObject({ leftOut: [{ code: 'DETRIMENT_CHALLENGED' }] });
    await police.states(itemId, detriment);
    const made = await make();
    expect(made).toMatchObject({ included: [], leftOut: [{ code: 'WITHHELD' }] });
    const [task] = (await tasks(people.policeLiaison)) ?? [];
    expect(task).toMatchObject({ code: 'DETRIMENT_REVIEW', to: SOCIAL_CARE });
    expect(Math.abs(Date.parse(task?.dueAt ?? '') - Date.parse(inThirtyDays(20)))).toBeLessThanOrEqual(3_600_000);
    expect(JSON.stringify(made)).not.toMatch(/DETRIMENT|run from/);
    await police.states(itemId, { facts: { says: 'detriment_ended', to: SOCIAL_CARE } });
    expect((await make()).included).toEqual([itemId]);
  });

  test('"do not alert" holds the letter without the cause until every holder has cleared it; then it goes', async () => {
    await accepted({ text: 'An arrest is planned.', facts: { flags: ['do_not_alert'] } });
    const waiting = await letter();
    expect(waiting).toMatchObject({
      state: 'waiting_review',
      reason: { code: 'HOLD' },
      dueAt: expect.any(String) as string,
    });
    expect((await open(waiting.productId, people.teacher)).status).toBe(404);
    const announced = () =>
      sharing.query(
        `SELECT envelope -> 'data' ->> 'outcome' AS outcome FROM (SELECT envelope, seq FROM outbox UNION ALL SELECT envelope, seq FROM outbox_archive) AS put_down
          WHERE envelope ->> 'type' = 'sharing.sharing-decided' AND envelope -> 'data' -> 'about' ->> 'id' = $1 ORDER BY seq`,
        [waiting.productId],
      );
    expect(await announced()).toEqual([{ outcome: 'REVIEW' }]);
    const reviewId = await openReview();
    const withoutStatement = await police.answers(reviewId);
    expect(withoutStatement).toMatchObject({ status: 422, body: { code: 'SHARING.STATEMENT_NEEDED' } });
    const cleared = await police.answers(reviewId, {
      itemId,
      says: { facts: { says: 'telling_cleared' } },
    });
    expect(cleared.status).toBe(204);
    expect((await open(waiting.productId, people.teacher)).body).toMatchObject({ words: 'Please assess.' });
    expect(await announced()).toEqual([{ outcome: 'REVIEW' }, { outcome: 'PERMIT' }]);
    await accepted({ text: 'Another arrest is planned.', facts: { flags: ['do_not_alert'] } });
    expect((await open(waiting.productId, people.teacher)).status).toBe(404);
  });

  const tasks = async (as: typeof people.admin) =>
    (
      (await sharing.as(as)('get', '/holder-tasks')).body as {
        tasks?: { itemId: string; code: string; dueAt: string; to: object }[];
      }
    ).tasks?.filter((task) => task.itemId === itemId);

  test('a renewed hold is due again in five working days, and is its own holder’s task alone', async () => {
    await accepted({ text: 'An arrest is planned.', facts: { flags: ['do_not_alert'] } });
    const waiting = await letter();
    expect(await tasks(people.policeLiaison)).toEqual([]); // it waits as a REVIEW
    const reviewId = await openReview();
    const held = await police.answers(reviewId, {
      ...{ answer: 'refuse', ground: 'source_at_risk', itemId },
      says: { facts: { says: 'telling_held' } },
    });
    expect(held.status).toBe(204);
    const [task] = (await tasks(people.policeLiaison)) ?? [];
    expect(task).toMatchObject({ code: 'HOLD_TELLING', to: { audience: 'referrer_pro' } });
    expect(Date.parse(task?.dueAt ?? '') - Date.now()).toBeGreaterThan(4 * 86_400_000);
    expect(await tasks(people.healthLiaison)).toEqual([]);
    expect(await tasks(people.manager)).toBeUndefined();
    expect((await open(waiting.productId, people.teacher)).status).toBe(404);
    await police.states(itemId, { facts: { says: 'telling_cleared' } });
    expect(await tasks(people.policeLiaison)).toEqual([]);
    expect((await open(waiting.productId, people.teacher)).status).toBe(200);
    expect((await letter()).state).toBe('made');
  });

  test('a list that leaves the recipient out is a no without its cause, and asks the holder for words once', async () => {
    await accepted({
      ...INTELLIGENCE,
      facts: { ...INTELLIGENCE.facts, condition: { kind: 'ROLES', roles: ['mash-manager'] } },
    });
    const asked = await make();
    expect(asked.leftOut).toMatchObject([{ code: 'WITHHELD', dueAt: expect.any(String) as string }]);
    await make();
    expect(await tasks(people.policeLiaison)).toMatchObject([{ code: 'REQUEST_WORDING', to: SOCIAL_CARE }]);
    const inConflict = (conflicts: string[], version: number) => {
      const said = { enquiryId: enquiry.enquiryId, version, restricted: false, named: [], conflicts };
      const cases = sharing.app.get(CaseAccessRepository);
      return sharing.app.get(UnitOfWork).run((tx) => cases.learn(tx, DEMO_PARTNERSHIP, said));
    };
    await inConflict([people.policeLiaison.id], 1);
    expect(await tasks(people.policeLiaison)).toEqual([]);
    expect(await tasks(people.policeDeputy)).toMatchObject([{ code: 'REQUEST_WORDING' }]);
    await inConflict([], 2);
    expect(await tasks(people.policeLiaison)).toMatchObject([{ code: 'REQUEST_WORDING' }]);
    expect(await sharing.query('SELECT 1 FROM sharing_decision WHERE about_id = $1', [itemId])).toHaveLength(1);
    expect((await police.states(itemId, released)).status).toBe(204);
    expect(await tasks(people.policeLiaison)).toEqual([]);
    expect((await make()).included).toEqual([itemId]);
  });

  test('the holder reads its own item whole, and what the recipient would read, in the ledger first', async () => {
    await accepted({
      text: 'Officers attended; Dilwyn Farthing of next door called them.',
      facts: { flags: ['hub_only'], thirds: 'personal', thirdPartyPassages: [{ from: 19, to: 34 }] },
    });
    await make();
    const [asked] = await sharing.query<{ id: string }>(
      'SELECT sharing_decision_id AS id FROM sharing_decision WHERE about_id = $1',
      [itemId],
    );
    const opened = await police.opens(itemId, { sharingDecisionId: asked?.id });
    expect(opened.status).toBe(200);
    expect(opened.body as HolderItem).toMatchObject({
      text: 'Officers attended; Dilwyn Farthing of next door called them.',
      recipient: { ...SOCIAL_CARE, asItStands: 'Officers attended; [someone else] of next door called them.' },
      stated: [],
    });
    const lines = await sharing.query(
      'SELECT audience, rule, visibility FROM disclosure WHERE recipient_id = $1 AND enquiry_id = $2',
      [people.policeLiaison.id, enquiry.enquiryId],
    );
    expect(lines).toEqual([{ audience: 'hub_holder', rule: 'OWN_ITEM', visibility: 'shown' }]);
    const ledger = await sharing.as(people.igOfficer)('get', `/ledger?enquiryId=${enquiry.enquiryId}`);
    expect(ledger.status).toBe(200);
  });

  test('nobody else reads or states it: another agency, the hub, another partnership', async () => {
    await accepted(INTELLIGENCE);
    const health = new AHolder(sharing, enquiry, people.healthLiaison);
    expect((await health.opens(itemId)).status).toBe(404);
    expect((await health.states(itemId, { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } })).status).toBe(
      404,
    );
    sharing.others.access.set(people.manager.id, { access: 'ordinary', audience: 'hub_manager' });
    const { enquiryId } = enquiry;
    const asManager = sharing.as(people.manager);
    expect((await asManager('post', '/holder-items/open', { releaseId: newId(), enquiryId, itemId })).status).toBe(404);
    const statement = await police.statement(itemId, released);
    expect((await asManager('post', '/holder-statements', { ...statement, enquiryId, itemId })).status).toBe(403);
    const asOther = sharing.as(people.otherAnalyst);
    expect((await asOther('post', '/holder-items/open', { releaseId: newId(), enquiryId, itemId })).status).toBe(404);
    expect(await sharing.query('SELECT 1 FROM holder_statement WHERE enquiry_id = $1', [enquiryId])).toEqual([]);
  });

  test('a statement of another item, another agency or another person, or made twice, is refused and kept out', async () => {
    const { itemIds } = await accepted(INTELLIGENCE, { text: 'Another thing.' });
    for (const forged of [
      { itemId: itemIds[1] },
      { agencyId: DEMO_AGENCIES.health },
      { authorId: people.healthLiaison.id },
      { statementId: newId() },
      { enquiryId: newId() },
    ]) {
      const refused = await police.states(itemId, released, forged);
      expect(refused).toMatchObject({ status: 422, body: { code: 'SHARING.STATEMENT_DOES_NOT_AGREE' } });
    }
    const { enquiryId } = enquiry;
    const body = { ...(await police.statement(itemId, released)), enquiryId, itemId };
    const as = sharing.as(people.policeLiaison);
    expect((await as('post', '/holder-statements', body)).status).toBe(204);
    expect(await as('post', '/holder-statements', body)).toMatchObject({
      status: 409,
      body: { code: 'SHARING.STATEMENT_REPEATED' },
    });
  });

  test('an answer whose reason or statement says something else is refused, and the REVIEW stays open', async () => {
    await accepted(INTELLIGENCE);
    const reviewId = reviewOf(await make());
    const refusals = [
      await police.answers(reviewId, { by: people.healthLiaison.id }),
      await police.answers(reviewId, { itemId, says: { facts: { says: 'refused', to: SOCIAL_CARE } } }),
      await police.answers(reviewId, {
        itemId,
        says: { ...released, facts: { ...released.facts, to: { ...SOCIAL_CARE, audience: 'team_eh' } } },
      }),
      await police.answers(reviewId, { answer: 'refuse', ground: 'harm_to_child', itemId, says: released }),
      await police.answers(reviewId, { answer: 'release_with_conditions' }),
      await police.answers(reviewId, { reason: { condition: 'Read it and burn it.' } }),
    ];
    expect(refusals.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual([
      [422, 'SHARING.REASON_DOES_NOT_AGREE'],
      [422, 'SHARING.STATEMENT_DOES_NOT_AGREE'],
      [422, 'SHARING.STATEMENT_DOES_NOT_AGREE'],
      [422, 'SHARING.STATEMENT_DOES_NOT_AGREE'],
      [422, 'SHARING.CONDITION_NEEDED'],
      [422, 'SHARING.CONDITION_NEEDED'],
    ]);
    const states = await sharing.query('SELECT DISTINCT state FROM review WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect(states).toEqual([{ state: 'open' }]);
  });

  test('a condition that the releaser attaches is read by the recipient', async () => {
    await accepted({ text: 'He was seen alone in the park in May.', facts: { flags: ['hub_only'] } });
    const answered = await police.answers(reviewOf(await make()), {
      ...{ answer: 'release_with_conditions', itemId, reason: { condition: 'Not to be put to the mother.' } },
      says: { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } },
    });
    expect(answered.status).toBe(204);
    const { body } = await open((await make()).productId);
    expect(body).toMatchObject({ items: [{ condition: 'Not to be put to the mother.' }] });
    const plain = JSON.stringify(
      await sharing.query('SELECT * FROM review WHERE enquiry_id = $1', [enquiry.enquiryId]),
    );
    expect(plain).not.toContain('mother');
  });

  test('lies sealed: which row, why and what was redacted is in no column that can be read', async () => {
    await accepted(INTELLIGENCE);
    await police.answers(reviewOf(await make()), { itemId, says: released });
    const { enquiryId } = enquiry;
    for (const table of ['sharing_decision', 'review', 'holder_statement']) {
      const rows = JSON.stringify(await sharing.query(`SELECT * FROM ${table} WHERE enquiry_id = $1`, [enquiryId]));
      expect(rows).not.toMatch(
        /R-[A-Z]+-\d|NOT_RELEASED|MAY_IDENTIFY|WORDING|released_wording|police-incidents|weapon|knife/,
      );
    }
  });
});
