import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type OutwardProductMade, type Sealed } from '@mash/contracts';
import type { EnvelopeIdsOf } from '@mash/sealing';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { AnEnquiry, type AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import { EXCHANGED_AT, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const CONDITION = 'Not to be put to the mother.';
const PARK = { text: 'He was seen alone in the park in May.' };
const before = new Date(EXCHANGED_AT.getTime() - 1000);

/** The key was exchanged while people's words lay here under the one before: what they decided holds as it did. */
describe('What a releaser or a holder sealed before the console’s key was exchanged', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let police: AHolder;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    police = new AHolder(sharing, enquiry);
    sharing.others.access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  });

  const accepted = async (item: AnItem) => {
    const answer = await enquiry.accepted(item);
    [itemId = ''] = answer.itemIds;
  };
  const make = async () =>
    (
      await sharing.as(people.manager)('post', '/outward-products', {
        ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
        ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
        ...{ words: 'Please assess.', itemIds: [itemId], people: [] },
      })
    ).body as OutwardProductMade;
  const items = async () => {
    const { productId } = await make();
    const path = `/outward-products/${productId}/open`;
    const { body } = await sharing.as(people.socialCareManager)('post', path, { releaseId: newId() });
    return (body as { items: object[] }).items;
  };
  const by = (key: Sharing['consoleKey']) => ({
    sealer: { key, sealedBy: { kind: 'person', id: people.policeLiaison.id } } as const,
    at: before,
  });
  /** Puts the same words, sealed with the earlier key, in the place of what the test could only seal with today's. */
  const reasonBy = async (key: Sharing['consoleKey'], content: object): Promise<void> => {
    const where = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId };
    const rows = await sharing.query<{ id: string }>(
      'SELECT review_id AS id FROM review WHERE enquiry_id = $1 AND reason_envelope IS NOT NULL',
      [enquiry.enquiryId],
    );
    expect(rows).not.toEqual([]);
    for (const { id } of rows) {
      const header = { typ: 'review', version: 1, ...where, reviewId: id } as const;
      const { kid, envelope } = await enquiry.seal<'review'>(header, { content, ...by(key) });
      const update = 'UPDATE review SET reason_kid = $2, reason_envelope = $3 WHERE review_id = $1';
      await sharing.query(update, [id, kid, envelope]);
    }
  };
  const statementBy = async (key: Sharing['consoleKey'], facts: object, content: object): Promise<void> => {
    const [row] = await sharing.query<{ id: string }>(
      'SELECT statement_id AS id FROM holder_statement WHERE enquiry_id = $1',
      [enquiry.enquiryId],
    );
    const header = {
      ...{ typ: 'statement', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId },
      ...{ statementId: row?.id, itemId, agencyId: DEMO_AGENCIES.police, authorId: people.policeLiaison.id },
    } as EnvelopeIdsOf<'statement'>;
    const sealed: Sealed = await enquiry.seal<'statement'>(header, { facts, content, ...by(key) });
    const update = 'UPDATE holder_statement SET kid = $2, envelope = $3 WHERE statement_id = $1';
    await sharing.query(update, [row?.id, sealed.kid, sealed.envelope]);
  };

  const releaseOnCondition = async () => {
    await accepted({ ...PARK, facts: { flags: ['hub_only'] } });
    const reviewId = (await make()).leftOut[0]?.reviewId ?? '';
    const answered = await police.answers(reviewId, {
      ...{ answer: 'release_with_conditions', itemId, reason: { condition: CONDITION } },
      says: { facts: { says: 'released_as_it_stands', to: SOCIAL_CARE } },
    });
    expect(answered.status).toBe(204);
    expect(await items()).toMatchObject([{ condition: CONDITION }]);
  };
  const content = { reason: 'We have weighed it.', ground: 'holder_agrees', condition: CONDITION };

  test('keeps its condition: nothing goes out without it', async () => {
    await releaseOnCondition();
    await reasonBy(sharing.earlierConsoleKey, content);
    expect(await items()).toMatchObject([{ text: PARK.text, condition: CONDITION }]);
  });

  test('a reason that does not open lets nothing out: nobody knows on which condition it was released', async () => {
    await releaseOnCondition();
    const { publicKey } = await AnEnquiry.begin(sharing);
    await sharing.query('UPDATE review SET reason_kid = $2 WHERE enquiry_id = $1 AND reason_kid IS NOT NULL', [
      enquiry.enquiryId,
      publicKey.kid,
    ]);
    expect(JSON.stringify(await items())).not.toContain('park');
  });

  test('stays as the holder stated it: released words go out, and a refusal holds', async () => {
    await accepted({ ...PARK, facts: { flags: ['hub_only'] } });
    const to = SOCIAL_CARE;
    await police.states(itemId, { facts: { says: 'released_as_it_stands', to } });
    await statementBy(sharing.earlierConsoleKey, { says: 'released_as_it_stands', to }, { reason: 'Weighed.' });
    expect(await items()).toMatchObject([{ text: PARK.text }]);
    await statementBy(sharing.earlierConsoleKey, { says: 'refused', to }, { reason: 'Weighed.' });
    expect(await make()).toMatchObject({ included: [], leftOut: [{ code: 'HOLDER_REFUSED' }] });
  });
});
