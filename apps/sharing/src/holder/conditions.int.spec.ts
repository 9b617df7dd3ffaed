import { newId, Reviews } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('What a holder says of a condition', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let police: AHolder;
  let itemId: string;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    police = new AHolder(sharing, enquiry);
    sharing.others.access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
  });

  const accepted = async (item: AnItem) => {
    const answer = await enquiry.accepted(item);
    [itemId = ''] = answer.itemIds;
    return answer;
  };

  test('"call first" of what may identify a source: the call answers the condition alone, and the other question is for everybody', async () => {
    const condition = { kind: 'CALL_FIRST' } as const;
    const { row } = await accepted({ text: 'A name.', facts: { handling: 'C', condition, flags: ['source_risk'] } });
    const look = async (as: typeof people.analyst) => (await enquiry.released([row], {}, as)).items;
    await look(people.analyst);
    const { body } = await sharing.as(people.policeLiaison)('get', '/reviews');
    const own = Reviews.parse(body).reviews.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId);
    const [call, source] = [own.find((one) => one.isOfCondition), own.find((one) => !one.isOfCondition)];
    const met = { facts: { says: 'condition_met', viewerId: people.analyst.id } as const };
    expect(await police.answers(source?.reviewId ?? '', { itemId, says: met })).toMatchObject({
      ...{ status: 422, body: { code: 'SHARING.STATEMENT_DOES_NOT_AGREE' } },
    });
    expect((await police.answers(call?.reviewId ?? '', { itemId, says: met })).status).toBe(204);
    const states = await sharing.query<{ id: string; state: string }>(
      'SELECT review_id AS id, state FROM review WHERE enquiry_id = $1',
      [enquiry.enquiryId],
    );
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [call?.reviewId, 'released'],
        [source?.reviewId, 'open'],
      ]),
    );
    const toHub = { audience: 'hub_analyst', agencyId: people.analyst.agencyId };
    const words = {
      facts: { says: 'released_wording', to: toHub, hidesSource: true } as const,
      content: { wording: 'There is reason to think so.' },
    };
    expect((await police.answers(source?.reviewId ?? '', { itemId, says: words })).status).toBe(204);
    expect(await look(people.analyst)).toMatchObject([{ visibility: 'withheld', acceptFirst: true }]);
    sharing.others.access.set(people.socialWorkAnalyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    expect(await look(people.socialWorkAnalyst)).toMatchObject([
      { visibility: 'withheld', reason: { code: 'CONDITION_NOT_MET' } },
    ]);
  });

  test('"call first" is met for the viewer who has called, and for nobody else', async () => {
    const { row } = await accepted({ text: 'A name.', facts: { handling: 'C', condition: { kind: 'CALL_FIRST' } } });
    const look = (as: typeof people.analyst) => enquiry.released([row], {}, as);
    const [first] = (await look(people.analyst)).items;
    expect(first).toMatchObject({ visibility: 'withheld', reason: { code: 'CONDITION_NOT_MET' } });
    const says = { facts: { says: 'condition_met', viewerId: people.analyst.id } as const };
    expect((await police.answers(first?.reviewId ?? '', { itemId, says })).status).toBe(204);
    expect((await look(people.analyst)).items).toMatchObject([
      { visibility: 'withheld', acceptFirst: true, obligations: ['SHOW_CONDITION'] },
    ]);
    const accept = { acceptanceId: newId(), enquiryId: enquiry.enquiryId, itemIds: [itemId] };
    expect((await sharing.as(people.analyst)('post', '/condition-acceptances', accept)).status).toBe(204);
    expect((await look(people.analyst)).items).toMatchObject([{ visibility: 'shown' }]);
    sharing.others.access.set(people.socialWorkAnalyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    expect((await look(people.socialWorkAnalyst)).items).toMatchObject([{ visibility: 'withheld' }]);
  });

  test('a condition that is met by accepting it is accepted before the words show, by each viewer for themselves', async () => {
    const { row } = await accepted({ text: 'Seen there.', facts: { handling: 'C', condition: { kind: 'NO_WRITE' } } });
    const { enquiryId } = enquiry;
    const look = (as: typeof people.analyst) => enquiry.released([row], {}, as);
    const before = await look(people.analyst);
    expect(before.items).toMatchObject([
      {
        ...{ visibility: 'withheld', outcome: 'PERMIT', acceptFirst: true, reason: { code: 'CONDITION_MET' } },
        condition: 'Read only: do not write this down elsewhere.',
      },
    ]);
    expect(JSON.stringify(before)).not.toContain('Seen there');
    const accept = { acceptanceId: newId(), enquiryId, itemIds: [itemId] };
    expect(
      (await sharing.as(people.teacher)('post', '/condition-acceptances', { ...accept, enquiryId: newId() })).status,
    ).toBe(404);
    expect((await sharing.as(people.analyst)('post', '/condition-acceptances', accept)).status).toBe(204);
    expect((await look(people.analyst)).items).toMatchObject([
      { visibility: 'shown', content: { text: 'Seen there.' } },
    ]);
    expect((await look(people.manager)).items).toMatchObject([{ visibility: 'withheld', acceptFirst: true }]);
    const kept = await sharing.query('SELECT * FROM condition_acceptance WHERE enquiry_id = $1', [enquiryId]);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(itemId);
  });
});
