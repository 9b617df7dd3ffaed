import { Reviews } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('What a holder says of a condition', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let police: AHolder;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    police = new AHolder(sharing, enquiry);
  });

  test('"call first" of what may identify a source: the call answers the condition alone, and the other question is for everybody', async () => {
    const condition = { kind: 'CALL_FIRST' } as const;
    const { row, itemIds } = await enquiry.accepted({
      ...{ text: 'A name.', facts: { handling: 'C', condition, flags: ['source_risk'] } },
    });
    const [itemId = ''] = itemIds;
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
});
