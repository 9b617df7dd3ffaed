import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type OutwardProductMade } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { nameReleasers } from '../../testing/named-releasers';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('Who speaks for the holder', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let police: AHolder;
  let itemId: string;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    police = new AHolder(sharing, enquiry);
  });

  const accepted = async (item: AnItem) => {
    const answer = await enquiry.accepted(item);
    [itemId = ''] = answer.itemIds;
  };
  const make = async (changes: object = {}) =>
    (
      await sharing.as(people.manager)('post', '/outward-products', {
        ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
        ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
        ...{ words: 'Please assess.', itemIds: [itemId], people: [], ...changes },
      })
    ).body as OutwardProductMade;
  const letter = { kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school };
  const ofHere = <One extends { enquiryId: string }>(all: readonly One[]): One[] =>
    all.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId);
  const openReview = async (): Promise<string> => {
    const { body } = await sharing.as(people.policeLiaison)('get', '/reviews');
    return ofHere((body as { reviews: { reviewId: string; enquiryId: string }[] }).reviews)[0]?.reviewId ?? '';
  };
  const holderTasks = async () =>
    ofHere(
      ((await sharing.as(people.policeLiaison)('get', '/holder-tasks')).body as { tasks: { enquiryId: string }[] })
        .tasks,
    );
  const released = {
    facts: { says: 'released_wording', to: SOCIAL_CARE, hidesSource: true } as const,
    content: { wording: 'There is reason to think that a weapon is kept in the home.' },
  };

  test('what is owed about an item is done by a statement and not by a note; an erased enquiry owes nothing', async () => {
    await accepted({ text: 'An arrest is planned.', facts: { flags: ['do_not_alert'] } });
    await make({ ...letter, itemIds: [] });
    await police.answers(await openReview(), {
      ...{ answer: 'refuse', ground: 'source_at_risk', itemId },
      says: { facts: { says: 'telling_held' } },
    });
    const { body } = await sharing.as(people.policeLiaison)('get', '/obligations');
    expect(ofHere((body as { obligations: { enquiryId: string }[] }).obligations)).toEqual([]);
    const [owed] = await sharing.query<{ id: string }>(
      `SELECT obligation_id AS id FROM obligation WHERE enquiry_id = $1 AND code = 'HOLD_TELLING' AND done_at IS NULL`,
      [enquiry.enquiryId],
    );
    const stepId = newId();
    const header = { typ: 'note', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId } as const;
    const sealedNote = await enquiry.seal<'note'>(
      { ...header, noteId: stepId, authorId: people.policeLiaison.id },
      { content: { words: 'Done.' }, by: people.policeLiaison.id },
    );
    const noted = await sharing.as(people.policeLiaison)('post', `/obligations/${owed?.id ?? ''}/complete`, {
      ...{ stepId, outcome: 'done', sealedNote },
    });
    expect(noted).toMatchObject({ status: 409, body: { code: 'SHARING.STATEMENT_NEEDED' } });
    const read = () => sharing.as(people.policeLiaison)('get', `/obligations/${owed?.id ?? ''}`);
    expect((await read()).body).toMatchObject({ state: 'open', mayComplete: false });
    expect(await holderTasks()).toHaveLength(1);

    await sharing.query(
      `INSERT INTO erasure (erasure_id, enquiry_id, partnership_id, retention_rule, kid, envelope, requested_by, requested_at, state, decided_by, decided_at)
        VALUES ($1, $2, $3, 'a rule', 'a-key', '', 'one', now(), 'erased', 'another', now())`,
      [newId(), enquiry.enquiryId, DEMO_PARTNERSHIP],
    );
    expect(await holderTasks()).toEqual([]);
  });

  test('where the register names who answers for the holder, nobody else of the agency speaks for it', async () => {
    await accepted({ text: 'A caller says that he keeps a knife in the house.', facts: { flags: ['hub_only'] } });
    await nameReleasers(sharing, new Date(Date.now() - 1000).toISOString());
    const colleague = new AHolder(sharing, enquiry, { ...people.policeLiaison, id: newId() });
    const refused = await colleague.states(itemId, released);
    expect(refused).toMatchObject({ status: 403, body: { code: 'HOLDER_STATEMENT.MAKE_NOT_ALLOWED' } });
    expect((await colleague.opens(itemId)).status).toBe(200);
    expect((await make()).included).toEqual([]);
    expect((await police.states(itemId, released)).status).toBe(204);
    expect((await make()).included).toEqual([itemId]);
  });
});
