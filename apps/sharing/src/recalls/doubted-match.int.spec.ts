import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  IdentityStatedV1,
  newId,
  type Obligations,
  type Released,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { SOCIAL_CARE } from '../../testing/a-holder';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';
import { DecideAgainWhenAFactChanges } from '../reactions/decide-again-when-a-fact-changes.reaction';

jest.setTimeout(120_000);

describe('Whether the hub matched the right person is doubted', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    recall = new ARecall(sharing, enquiry);
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
  });

  const match = () => ({ kind: 'person', id: enquiry.personId }) as const;
  const answered = async (identity: 'confirmed' | 'possible') => {
    const { police } = DEMO_AGENCIES;
    const items = [{ text: 'He was seen alone in the park in May.' }];
    const its = [police, undefined, undefined, newId(), enquiry.personId, identity] as const;
    const answer = await enquiry.answer(items, ...its);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    return answer;
  };
  type Answer = Awaited<ReturnType<typeof answered>>;
  const look = async (...answers: Answer[]) => {
    const { enquiryId } = enquiry;
    const envelopes = answers.map(({ row }) => row);
    const body = { releaseId: newId(), enquiryId, mode: 'content', purpose: 'S47', envelopes };
    return ((await sharing.as(people.analyst)('post', '/releases', body)).body as Released).items;
  };
  /** Handed over, what is only perhaps about this person is refused, and by nobody's decision. */
  const isHandedOver = (...itemIds: string[]) =>
    sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
      ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
      ...{ words: 'Please assess.', itemIds, people: [] },
    });
  const owed = async () => {
    const path = `/enquiries/${enquiry.enquiryId}/obligations`;
    const { obligations } = (await sharing.as(people.manager)('get', path)).body as Obligations;
    const own = obligations.filter(({ code, state }) => code === 'CONFIRM_NOW' && state === 'open');
    return own.map(({ agencyId = 'the hub' }) => agencyId).sort();
  };
  const reviewsOf = async ({ itemIds }: Answer) => {
    const select = `SELECT r.state FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = ANY($1)`;
    return (await sharing.query<{ state: string }>(select, [itemIds])).map(({ state }) => state);
  };
  const hearWhatWasSaid = async () => {
    const said = await sharing.query<{ envelope: IdentityStatedV1 }>(
      `SELECT envelope FROM (SELECT type, envelope FROM outbox UNION SELECT type, envelope FROM outbox_archive) put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2`,
      [IdentityStatedV1.type, enquiry.enquiryId],
    );
    for (const { envelope } of said) await sharing.app.get(DecideAgainWhenAFactChanges).identityStated(envelope);
  };

  test('a manager of the hub is asked at once, on the clock of a REVIEW, and nobody else', async () => {
    await answered('confirmed');
    await recall.says(match(), { says: 'doubted' });
    expect(await owed()).toEqual(['the hub']);
    const select = `SELECT o.due_at = s.confirm_by AS "isOnClock", o.person_id AS "personId" FROM obligation o JOIN identity_statement s USING (enquiry_id)
      WHERE enquiry_id = $1 AND code = 'CONFIRM_NOW'`;
    expect(await sharing.query(select, [enquiry.enquiryId])).toEqual([{ isOnClock: true, personId: enquiry.personId }]);
  });

  test('an agency that was asked about them may doubt it, which asks the hub, and takes nothing from anybody by saying more', async () => {
    const answer = await answered('confirmed');
    await aPermittedLine(enquiry);
    const byPolice = (its: object) => recall.says(match(), its, people.policeLiaison);
    expect(await byPolice({ says: 'wrong_person' })).toMatchObject({ status: 404 });
    const school = { recipientAgencyId: DEMO_AGENCIES.school };
    expect(await byPolice({ says: 'wrong_recipient', ...school })).toMatchObject({ status: 404 });
    const kept = 'SELECT 1 FROM identity_statement WHERE enquiry_id = $1';
    expect(await sharing.query(kept, [enquiry.enquiryId])).toEqual([]);
    expect(await look(answer)).toMatchObject([{ visibility: 'shown' }]);
    expect(await byPolice({ says: 'doubted' })).toMatchObject({ status: 200, body: { recipients: 0 } });
    expect(await owed()).toEqual(['the hub']);
    expect(await recall.says(match(), { says: 'doubted' }, people.healthLiaison)).toMatchObject({ status: 404 });
  });

  const isNoted = async () => {
    const { enquiryId } = enquiry;
    const path = `/enquiries/${enquiryId}/obligations`;
    const { obligations } = (await sharing.as(people.manager)('get', path)).body as Obligations;
    const task = obligations.find(({ code, agencyId }) => code === 'CONFIRM_NOW' && agencyId === undefined);
    const [stepId, by] = [newId(), people.manager];
    const header = { typ: 'note', version: 1, partnershipId: DEMO_PARTNERSHIP, enquiryId, noteId: stepId } as const;
    const its = { content: { words: 'I looked at it.' }, by: by.id };
    const sealedNote = await enquiry.seal<'note'>({ ...header, authorId: by.id }, its);
    const body = { stepId, outcome: 'done', sealedNote };
    const { status, body: said } = await sharing.as(by)(
      'post',
      `/obligations/${task?.obligationId ?? ''}/complete`,
      body,
    );
    return [status, (said as { code?: string }).code];
  };

  test('no note of a manager does what they are asked for while the doubt stands', async () => {
    await answered('confirmed');
    await recall.says(match(), { says: 'doubted' });
    expect(await isNoted()).toEqual([409, 'SHARING.STATEMENT_NEEDED']);
    expect(await owed()).toEqual(['the hub']);
  });

  test('whoever was matched since is doubted still under the id that they had', async () => {
    const [before, since] = [enquiry.personId, newId()];
    await answered('confirmed');
    enquiry.factsAre({ child: { personId: since, formerIds: [before] } });
    await recall.says(match(), { says: 'doubted' });
    expect(await isNoted()).toEqual([409, 'SHARING.STATEMENT_NEEDED']);
  });

  test.each(['taken back', 'made anew'])('so is whoever was doubted before their match was %s', async (how) => {
    const before = enquiry.personId;
    await answered('confirmed');
    await recall.says(match(), { says: 'doubted' });
    enquiry.factsAre({ child: { personId: newId(), formerIds: how === 'taken back' ? [before] : [newId(), before] } });
    expect(await isNoted()).toEqual([409, 'SHARING.STATEMENT_NEEDED']);
    await recall.says({ kind: 'person', id: before }, { says: 'confirmed' }, people.manager);
    expect(await owed()).toEqual([]);
  });

  test('a note does it where only the roster is not sure: nobody has doubted anything', async () => {
    const answer = await answered('confirmed');
    await recall.says(match(), { says: 'doubted' });
    enquiry.factsAre({ child: { identity: 'possible' } });
    await recall.says(match(), { says: 'confirmed' }, people.manager);
    await look(answer);
    expect(await owed()).toContain('the hub');
    expect(await isNoted()).toEqual([204, undefined]);
  });

  test('the manager confirms: nothing is owed for want of it any more, and what waited waits no longer', async () => {
    const answer = await answered('confirmed');
    await aPermittedLine(enquiry);
    await recall.says(match(), { says: 'doubted' });
    await hearWhatWasSaid();
    await isHandedOver(...answer.itemIds);
    expect(await look(answer)).toMatchObject([{ visibility: 'withheld' }]);
    expect(await reviewsOf(answer)).toEqual(['open']);
    expect(await owed()).toEqual([DEMO_AGENCIES.police, 'the hub']);
    expect((await recall.says(match(), { says: 'confirmed' }, people.manager)).status).toBe(200);
    expect(await owed()).toEqual([]);
    expect(await reviewsOf(answer)).toEqual(['superseded']);
    expect(await look(answer)).toMatchObject([{ visibility: 'shown' }]);
  });

  test('what its holder was not sure of themselves stays asked of them', async () => {
    const [unsure, sure] = [await answered('possible'), await answered('confirmed')];
    await recall.says(match(), { says: 'doubted' });
    await look(unsure, sure);
    await recall.says(match(), { says: 'confirmed' }, people.manager);
    expect(await owed()).toEqual([DEMO_AGENCIES.police]);
    expect([await reviewsOf(unsure), await reviewsOf(sure)]).toEqual([['open'], ['superseded']]);
    await recall.says({ kind: 'answer', id: unsure.row.envelopeId }, { says: 'confirmed' }, people.policeLiaison);
    expect(await owed()).toEqual([]);
  });

  test('nothing is done where the roster is not sure either', async () => {
    const answer = await answered('confirmed');
    enquiry.factsAre({ child: { identity: 'possible' } });
    await recall.says(match(), { says: 'doubted' });
    await look(answer);
    await recall.says(match(), { says: 'confirmed' }, people.manager);
    expect(await owed()).toEqual([DEMO_AGENCIES.police, 'the hub']);
    expect(await reviewsOf(answer)).toEqual(['open']);
  });

  test('that it was the wrong person answers it as well', async () => {
    const answer = await answered('confirmed');
    await recall.says(match(), { says: 'doubted' });
    await look(answer);
    await recall.says(match());
    expect(await owed()).toEqual([]);
  });

  test('what nobody decided, and the rules owe of a refusal, is done with its holder’s word, too', async () => {
    const answer = await answered('possible');
    await isHandedOver(...answer.itemIds);
    expect(await owed()).toEqual([DEMO_AGENCIES.police]);
    await recall.says({ kind: 'answer', id: answer.row.envelopeId }, { says: 'confirmed' }, people.policeLiaison);
    expect(await owed()).toEqual([]);
  });

  test('an item that was confirmed leaves the doubt of its whole answer with its holder', async () => {
    const answer = await answered('confirmed');
    const [item, whole] = [
      { kind: 'item', id: answer.itemIds[0] ?? '' } as const,
      { kind: 'answer', id: answer.row.envelopeId } as const,
    ];
    for (const about of [item, whole]) await recall.says(about, { says: 'doubted' });
    await look(answer);
    await recall.says(item, { says: 'confirmed' }, people.policeLiaison);
    expect(await owed()).toEqual([DEMO_AGENCIES.police]);
    await recall.says(whole, { says: 'confirmed' }, people.policeLiaison);
    expect(await owed()).toEqual([]);
  });
});
