import { DEMO_AGENCIES, newId, type MyRecalls, type OutwardProductMade, type Released } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import { ARecall } from '../../testing/a-recall';
import { aPermittedLine } from '../../testing/a-permitted-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { WrittenReason } from '../governance/written-reason';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

type Answer = Awaited<ReturnType<AnEnquiry['accepted']>>;

describe('What a recall reaches', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let answer: Answer;
  let itemId: string;
  let productId: string;

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    recall = new ARecall(sharing, enquiry);
    const { access } = sharing.others;
    access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
    access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    access.set(people.healthLiaison.id, { access: 'ordinary', audience: 'agency' });
    answer = await enquiry.accepted({ text: 'He was seen alone in the park in May.' }, { text: 'Officers attended.' });
    [itemId = ''] = answer.itemIds;
  });

  const look = async ({ row }: { row: object } = answer) => {
    const { enquiryId } = enquiry;
    const body = { releaseId: newId(), enquiryId, mode: 'content', purpose: 'S47', envelopes: [row] };
    return (await sharing.as(people.analyst)('post', '/releases', body)).body as Released;
  };
  const handedOver = async (itemIds: readonly string[] = answer.itemIds) => {
    const { body } = await sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', purpose: 'S47', envelopes: [] },
      ...{ audience: SOCIAL_CARE.audience, toAgencyId: SOCIAL_CARE.agencyId, personIds: [enquiry.personId] },
      ...{ words: 'Please assess.', itemIds, people: [] },
    });
    ({ productId } = body as OutwardProductMade);
    return open();
  };
  const open = () =>
    sharing.as(people.socialCareManager)('post', `/outward-products/${productId}/open`, { releaseId: newId() });
  const told = async (as: PersonActor) => {
    const { notices } = (await sharing.as(as)('get', '/recall-notices')).body as MyRecalls;
    return notices.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId).length;
  };
  const pathOf = ({ ids }: Answer) => `/agency-requests/facts/answers/${ids.answerId}`;
  const isDeleted = (one: Answer = answer) => sharing.others.answers.delete(pathOf(one));
  const isOverwritten = (changed: (one: { personId: string; sealed: { envelope: string } }) => object) => {
    const kept = sharing.others.answers.get(pathOf(answer)) as { envelopes: Parameters<typeof changed>[0][] };
    const envelopes = kept.envelopes.map((one) => ({ ...one, ...changed(one) }));
    sharing.others.answers.set(pathOf(answer), { ...kept, envelopes });
  };
  const lying = (sealed: object, envelope: string) => ({ sealed: { ...sealed, envelope } });
  const item = () => ({ kind: 'item', id: itemId }) as const;

  describe.each([
    ['deleted', () => isDeleted()],
    ['damaged', () => isOverwritten(({ sealed }) => lying(sealed, sealed.envelope.replace(/.{8}$/, 'AAAAAAAA')))],
    ['overwritten with what is no envelope', () => isOverwritten(({ sealed }) => lying(sealed, 'rubbish'))],
    ['said to be about somebody else', () => isOverwritten(() => ({ personId: newId() }))],
  ])('is what was shown of an answer that was %s in its table since:', (_, isLost) => {
    beforeEach(async () => {
      await look();
      expect((await handedOver()).status).toBe(200);
      isLost();
    });
    const everyoneIsTold = async (said: { status: number; body: unknown }) => {
      expect(said).toMatchObject({ status: 200, body: { recipients: 2 } });
      expect([await told(people.analyst), await told(people.socialCareManager)]).toEqual([1, 1]);
    };

    const isGoneFromTheHandover = async (items: number) => {
      const { body } = await open();
      expect(body).toMatchObject({
        recalled: [{ items }],
        items: answer.itemIds.slice(items).map((id) => ({ itemId: id })),
      });
    };

    test('an item', async () => {
      await everyoneIsTold(await recall.says(item()));
      await isGoneFromTheHandover(1);
      const ofBreach = 'SELECT person_ids AS people FROM breach WHERE enquiry_id = $1';
      expect(await sharing.query(ofBreach, [enquiry.enquiryId])).toEqual([{ people: [enquiry.personId] }]);
    });

    test('the whole answer, by its envelope or by its request', async () => {
      await everyoneIsTold(await recall.says({ kind: 'answer', id: answer.row.envelopeId }));
      await isGoneFromTheHandover(2);
      const byRequest = await recall.says({ kind: 'answer', id: answer.ids.requestId });
      expect(byRequest).toMatchObject({ status: 200, body: { recipients: 2 } });
    });

    test('the whole answer by its request alone', async () => {
      await everyoneIsTold(await recall.says({ kind: 'answer', id: answer.ids.requestId }));
      await isGoneFromTheHandover(2);
    });

    test('everything about a person who was matched wrongly, with what is there still', async () => {
      const other = await enquiry.accepted({ text: 'Another answer.' });
      await look(other);
      await everyoneIsTold(await recall.says({ kind: 'person', id: enquiry.personId }));
    });

    test('its holder says so too, and another agency finds nothing', async () => {
      expect(await recall.says(item(), {}, people.healthLiaison)).toMatchObject({ status: 404 });
      expect(await recall.says(item(), {}, people.policeLiaison)).toMatchObject({ status: 200 });
    });

    test('nothing that another answer said', async () => {
      const other = await enquiry.accepted({ text: 'Another answer.' });
      expect(await recall.says({ kind: 'answer', id: other.ids.requestId })).toMatchObject({ body: { recipients: 0 } });
      expect((await open()).body).toMatchObject({ items: [{}, {}] });
    });
  });

  describe.each([
    ['the first, of which the copy', 0, 1],
    ['the copy, of which the first', 1, 0],
  ])('is, with %s lay in an answer that was deleted,', (_what, spokenOf, lost) => {
    let idOf: (n: number) => string;
    beforeEach(async () => {
      const id = newId();
      const again = () => enquiry.accepted({ text: 'He was seen.', facts: { itemId: id }, content: { itemId: id } });
      const answers = [await again(), await again()];
      const rows = answers.map(({ row }) => row);
      const { items } = await enquiry.released(rows, {}, people.manager);
      idOf = (n) => items.find(({ envelopeId }) => envelopeId === rows[n]?.envelopeId)?.itemId ?? '';
      const [left = answer] = answers.slice(lost, lost + 1);
      await look(left);
      expect((await handedOver([idOf(lost)])).body).toMatchObject({ items: [{ itemId: idOf(lost) }] });
      isDeleted(left);
    });

    test('that one too: who read it is told, and it is in the handover no more', async () => {
      expect(await recall.says({ kind: 'item', id: idOf(spokenOf) })).toMatchObject({ status: 200 });
      expect([await told(people.analyst), await told(people.socialCareManager)]).toEqual([1, 1]);
      expect((await open()).body).toMatchObject({ recalled: [{ items: 1 }], items: [] });
    });

    test('or gone from the handover where its holder refuses it', async () => {
      const refused = { facts: { says: 'refused', to: SOCIAL_CARE } } as const;
      expect((await new AHolder(sharing, enquiry).states(idOf(spokenOf), refused)).status).toBe(204);
      expect((await open()).body).toMatchObject({ items: [] });
    });
  });

  test('nothing that was made up, whatever was lost', async () => {
    await look();
    isDeleted();
    for (const kind of ['item', 'answer', 'person'] as const)
      expect(await recall.says({ kind, id: newId() })).toMatchObject({ status: 404 });
  });

  test('no concern, and nothing else that is no item, under the name of one', async () => {
    const row = await enquiry.concern('He came in with a bruise.');
    expect((await look({ row })).items).toMatchObject([{ itemId: row.envelopeId, visibility: 'shown' }]);
    expect(await recall.says({ kind: 'item', id: row.envelopeId })).toMatchObject({ status: 404 });
  });

  /** Once what others keep was fetched for the recall, and before it holds the enquiry alone. */
  const meanwhile = (happens: () => Promise<void>) => {
    const check = jest.spyOn(WrittenReason.prototype, 'check');
    check.mockImplementationOnce(async () => {
      check.mockRestore();
      await happens();
    });
  };

  test('a handover that was made and opened while its scope was being found', async () => {
    meanwhile(async () => {
      expect((await handedOver()).status).toBe(200);
    });
    expect(await recall.says(item())).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await told(people.socialCareManager)).toBe(1);
  });

  test('an answer that came and was read while its scope was being found', async () => {
    const { requestId } = answer.ids;
    const { police } = DEMO_AGENCIES;
    meanwhile(async () => {
      const second = await enquiry.answer([{ text: 'More of it.' }], police, undefined, undefined, requestId);
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(second));
      expect((await look(second)).items).toMatchObject([{ visibility: 'shown' }]);
    });
    const said = await recall.says({ kind: 'answer', id: requestId });
    expect(said).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await told(people.analyst)).toBe(1);
  });

  test('a question that was asked and opened while its scope was being found', async () => {
    const about = { kind: 'person', id: enquiry.personId } as const;
    meanwhile(async () => {
      const { agencyId, personId, requestId, envelopeId, sealed } = await aPermittedLine(enquiry);
      const envelope = { typ: 'request', envelopeId, version: 1, requestId, agencyId, personId, sealed };
      const body = { releaseId: newId(), enquiryId: enquiry.enquiryId, mode: 'ask', purpose: 'S47' };
      const opened = await sharing.as(people.policeLiaison)('post', '/releases', { ...body, envelopes: [envelope] });
      expect((opened.body as Released).items).toHaveLength(1);
    });
    expect(await recall.says(about)).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await told(people.policeLiaison)).toBe(1);
  });
});
