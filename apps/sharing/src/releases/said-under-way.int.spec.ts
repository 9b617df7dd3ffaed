import {
  DEMO_AGENCIES,
  newId,
  type EnvelopeToOpen,
  type OpenedProduct,
  type OutwardProductMade,
  type Released,
  PLACE_LEFT_OUT,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { productsWith } from '../../testing/a-product';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import { newerFactsOf } from '../../testing/newer-facts';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';
import { EnvelopeOpener } from './envelope-opener';

jest.setTimeout(120_000);

/** Envelopes are opened once the facts are read, and keys may be waited for: what is said meanwhile counts. */
describe('What is said between reading the facts and deciding on them', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  });
  afterEach(() => jest.restoreAllMocks());

  /** The next call has its keys only once this is done. */
  const whileKeysAreFetched = (happens: () => Promise<unknown>) => {
    const opener = sharing.app.get(EnvelopeOpener);
    const keysOf = opener.keysOf.bind(opener);
    jest.spyOn(opener, 'keysOf').mockImplementationOnce(async (...asked) => {
      await happens();
      return keysOf(...asked);
    });
  };
  const release = async (row: EnvelopeToOpen) => {
    const its = { releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'content', purpose: 'S47', envelopes: [row] };
    return (await sharing.as(people.analyst)('post', '/releases', its)).body as Released;
  };
  const aTenancy = () =>
    enquiry.accepted({
      text: 'The tenancy at 12 Mill Pond Lane is hers.',
      facts: { category: 'housing-tenancy', class: 'personal' },
      content: { category: 'housing-tenancy' },
    });

  describe('a place that is marked as to be kept secret', () => {
    const marked = async () => {
      enquiry.factsAre({ child: { protected: ['address'] }, intake: { rosterVersion: 2 } });
      const news = newerFactsOf(sharing, enquiry);
      await news.hearRoster(news.roster(2));
    };

    test('is given away by no release', async () => {
      const { row } = await aTenancy();
      whileKeysAreFetched(marked);
      expect((await release(row)).items).toMatchObject([{ visibility: 'shown', content: { text: PLACE_LEFT_OUT } }]);
    });

    test('nor by a handover that is opened', async () => {
      const { itemIds } = await aTenancy();
      const products = productsWith(sharing, enquiry);
      const { productId, included } = await products.make({ itemIds });
      expect(included).toEqual(itemIds);
      const before = await products.read(productId, people.socialCareManager);
      expect(before.items).toMatchObject([{ text: 'The tenancy at 12 Mill Pond Lane is hers.' }]);
      whileKeysAreFetched(marked);
      const opened: OpenedProduct = await products.read(productId, people.socialCareManager);
      expect(JSON.stringify(opened)).not.toContain('Mill Pond');
    });

    test('keeps nobody from what is known, though its owner goes on saying what it said before', async () => {
      const { row } = await aTenancy();
      const news = newerFactsOf(sharing, enquiry);
      await news.hearRoster(news.roster(9));
      expect((await release(row)).items).toMatchObject([{ visibility: 'shown' }]);
    });
  });

  test('a body that the duty names no more in the register is read as unbound', async () => {
    const { row } = await enquiry.accepted({ text: 'Called to the address.' });
    const police = {
      agencyId: DEMO_AGENCIES.police,
      name: `The body ${DEMO_AGENCIES.police}`,
      kind: 'police',
      answersFor: ['police'],
    };
    const registered = (bound: boolean) =>
      sharing.as(people.admin)('put', '/register/agencies', {
        agencies: [{ ...police, bound, reveals: 'none', s47List: true }],
      });
    const isUnderTheDuty = ({ items }: Released) => JSON.stringify(items[0]?.lawfulBasis).includes('s16LA');
    expect(isUnderTheDuty(await release(row))).toBe(true);
    whileKeysAreFetched(() => registered(false));
    const after = await release(row);
    expect((await registered(true)).status).toBe(204);
    expect(isUnderTheDuty(after)).toBe(false);
  });

  test('a line that is found not to be needed puts nothing of its answer into a handover', async () => {
    const { lineId, requestId } = await aPermittedLine(enquiry);
    const answer = await enquiry.answer(
      [{ text: 'Called to the address.' }],
      undefined,
      undefined,
      undefined,
      requestId,
    );
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    const products = productsWith(sharing, enquiry);
    expect(await products.make({ itemIds: answer.itemIds })).toMatchObject({ included: answer.itemIds });
    whileKeysAreFetched(() =>
      sharing.query(
        `INSERT INTO sharing_decision SELECT (jsonb_populate_record(d, jsonb_build_object('sharing_decision_id', $2::text, 'outcome', 'DENY',
            'decided_at', now(), 'fact_versions', d.fact_versions || '{"need": "no"}'))).*
          FROM sharing_decision d WHERE about_id = $1`,
        [lineId, newId()],
      ),
    );
    expect(await products.make({ itemIds: answer.itemIds, words: 'Again, please.' })).toMatchObject({ included: [] });
  });

  test('an answer that says "do not alert" holds a letter that was being written', async () => {
    const products = productsWith(sharing, enquiry);
    const letter = (words: string): Promise<OutwardProductMade> =>
      products.make({
        ...{ kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school },
        ...{ people: [], words },
      });
    expect(await letter('We have heard you.')).toMatchObject({ state: 'made' });
    whileKeysAreFetched(() => enquiry.accepted({ text: 'He is watched.', facts: { flags: ['do_not_alert'] } }));
    expect(await letter('We have decided.')).toMatchObject({ state: 'waiting_review' });
  });
});
