import { DEMO_AGENCIES } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import type { productsWith } from '../../testing/a-product';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

type Answer = Awaited<ReturnType<AnEnquiry['accepted']>>;

describe('A REVIEW of what was recalled', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let products: ReturnType<typeof productsWith>;
  let recall: ARecall;
  let police: AHolder;
  let answer: Answer;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry, products } = its));
  beforeEach(async () => {
    recall = new ARecall(sharing, enquiry);
    police = new AHolder(sharing, enquiry);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    const facts = { handling: 'C', condition: { kind: 'CALL_FIRST' } } as const;
    answer = await enquiry.accepted({ text: 'He was seen alone in the park in May.', facts });
    [itemId = ''] = answer.itemIds;
  });

  /** The analyst looks, and a handover is made: each asks the holder. */
  const isAskedFor = async () => {
    await enquiry.released([answer.row]);
    await products.make({ itemIds: [itemId] });
  };
  const about = () => ({ kind: 'item', id: itemId }) as const;
  const reviews = async () => {
    const select = `SELECT DISTINCT r.state, d.to_agency_id AS "to" FROM review r JOIN sharing_decision d USING (sharing_decision_id)
      WHERE d.about_id = $1 ORDER BY 1, 2`;
    const rows = await sharing.query<{ state: string; to: string }>(select, [itemId]);
    return rows.map(({ state, to }) => `${to} ${state}`);
  };
  const newest = () =>
    sharing.query<{ outcome: string }>(
      `SELECT DISTINCT ON (to_agency_id) outcome, by_person AS "byPerson", visibility FROM sharing_decision
        WHERE about_id = $1 ORDER BY to_agency_id, decided_at DESC`,
      [itemId],
    );
  const HUB = people.analyst.agencyId;

  test.each([
    ['by its item', () => about()],
    ['with its answer', () => ({ kind: 'answer', id: answer.row.envelopeId }) as const],
    ['with all that answers its request', () => ({ kind: 'answer', id: answer.ids.requestId }) as const],
    ['with its person', () => ({ kind: 'person', id: enquiry.personId }) as const],
  ])('as being about the wrong person waits no longer, whoever asked: %s', async (_, what) => {
    await isAskedFor();
    const before = await reviews();
    expect(before).toEqual([`${DEMO_AGENCIES.socialCare} open`, `${HUB} open`].sort());
    const asked = await sharing.query<{ id: string }>(
      `SELECT r.review_id AS id FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1`,
      [itemId],
    );
    expect((await recall.says(what())).status).toBe(200);
    expect(await reviews()).toEqual([`${DEMO_AGENCIES.socialCare} superseded`, `${HUB} superseded`].sort());
    const refused = { outcome: 'DENY', byPerson: null, visibility: 'absent' };
    expect(await newest()).toEqual([refused, refused]);
    const late = await police.answers(asked[0]?.id ?? '');
    expect([late.status, late.body]).toMatchObject([409, { code: 'SHARING.REVIEW_SUPERSEDED' }]);
  });

  test('from one agency alone is that for this agency', async () => {
    await isAskedFor();
    const misdirected = {
      says: 'wrong_recipient',
      recipientAgencyId: SOCIAL_CARE.agencyId,
      outsidePlatform: true,
    } as const;
    expect((await recall.says(about(), misdirected)).status).toBe(200);
    expect(await reviews()).toEqual([`${DEMO_AGENCIES.socialCare} superseded`, `${HUB} open`].sort());
  });

  test('of an answer that was deleted since waits no longer either', async () => {
    answer = await enquiry.accepted({ text: 'He was seen alone in June.', facts: { flags: ['hub_only'] } });
    [itemId = ''] = answer.itemIds;
    await isAskedFor();
    expect(await reviews()).toEqual([`${DEMO_AGENCIES.socialCare} open`]);
    sharing.others.answers.delete(`/agency-requests/facts/answers/${answer.ids.answerId}`);
    const said = await recall.says({ kind: 'answer', id: answer.row.envelopeId });
    expect(said.status).toBe(200);
    expect(await reviews()).toEqual([`${DEMO_AGENCIES.socialCare} superseded`]);
  });

  test('is asked anew where it turns out to be about this person after all', async () => {
    await isAskedFor();
    await recall.says(about());
    await recall.says(about(), { says: 'confirmed' }, people.policeLiaison);
    await enquiry.released([answer.row]);
    expect(await reviews()).toContain(`${HUB} open`);
  });

  test('leaves its holder no words to find for it', async () => {
    const facts: AnItem['facts'] = {
      ...{ handling: 'C', condition: { kind: 'ROLES', roles: ['mash-manager'] }, flags: ['hub_only'] },
    };
    answer = await enquiry.accepted({ text: 'A caller says that he keeps a knife.', facts });
    [itemId = ''] = answer.itemIds;
    await products.make({ itemIds: [itemId] });
    const owed = () =>
      sharing.query<{ code: string; by: string | null }>(
        `SELECT DISTINCT code, done_by AS by FROM obligation JOIN sharing_decision d USING (sharing_decision_id)
          WHERE d.about_id = $1 AND code = 'REQUEST_WORDING'`,
        [itemId],
      );
    expect(await owed()).toEqual([{ code: 'REQUEST_WORDING', by: null }]);
    await recall.says(about());
    expect(await owed()).toEqual([{ code: 'REQUEST_WORDING', by: people.analyst.id }]);
  });
});
