import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type Released } from '@mash/contracts';
import { people } from '@mash/testing';
import { AHolder, SOCIAL_CARE } from '../../testing/a-holder';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { ARecall } from '../../testing/a-recall';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const { police, health } = DEMO_AGENCIES;
const POLICE = { agencyId: police, team: 'police' };
const PLAIN: AnItem = { text: 'A fracture in May.' };
const SECRET = 'Wrackspurt';

describe('Whoever presses Immediate protection', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
  });

  const release = (envelopes: readonly object[], its: object = {}, as = people.analyst) =>
    enquiry.release(envelopes, { mode: 'protect', ...its }, as);
  const press = async (envelopes: readonly object[], itemIds?: readonly string[]) => {
    const items = itemIds?.map((itemId) => ({ itemId }));
    const { status, body } = await release(envelopes, { recipient: POLICE, ...(items && { items }) });
    expect({ status, body }).toMatchObject({ status: 200 });
    return body as Released;
  };
  const shownIn = ({ items }: Released) =>
    items.filter(({ visibility }) => visibility === 'shown').map(({ itemId }) => itemId);
  const countIn = async (table: 'disclosure' | 'holder_notice' | 'review') =>
    (
      await sharing.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE enquiry_id = $1`, [
        enquiry.enquiryId,
      ])
    )[0]?.n;

  describe('tells no more than they may read themselves', () => {
    test.each<[string, AnItem['facts']]>([
      ['only the adoption agency may open', { bar: 'adoption' }],
      ['a court has barred', { bar: 'court' }],
      ['may give a source away', { flags: ['source_risk'] }],
      ['is under a condition that they do not meet', { handling: 'C', condition: { kind: 'CALL_FIRST' } }],
      ['is under a condition that they have not accepted', { handling: 'C', condition: { kind: 'NO_WRITE' } }],
      ['has handling that nobody knows', { handling: 'unmapped' }],
    ])('what %s comes back to nobody, whether it is named, or nothing is', async (_what, facts) => {
      const barred = await enquiry.answer([{ text: `Told by ${SECRET}.`, facts }]);
      const plain = await enquiry.answer([PLAIN], health);
      const envelopes = [barred.row, plain.row];
      const [wanted = ''] = barred.itemIds;
      for (const chosen of [[wanted], [wanted, ...plain.itemIds], undefined]) {
        const told = await press(envelopes, chosen);
        expect(JSON.stringify(told)).not.toContain(SECRET);
        expect(JSON.stringify(told.items)).not.toContain(wanted);
        expect(shownIn(told)).toEqual(chosen?.length === 1 ? [] : plain.itemIds);
        expect(told.coverage.map(({ envelopeId }) => envelopeId)).not.toContain(barred.row.envelopeId);
      }
      expect([await countIn('disclosure'), await countIn('holder_notice'), await countIn('review')]).toEqual([2, 2, 0]);
    });

    test('what they read as it was written goes to nobody whose own words of it would have hidden its source', async () => {
      const holder = new AHolder(sharing, enquiry);
      const { row, itemIds } = await enquiry.accepted({
        text: `Told by ${SECRET}.`,
        facts: { flags: ['source_risk'] },
      });
      const [itemId = ''] = itemIds;
      const [seen] = (await enquiry.released([row], {}, people.analyst)).items;
      const toHub = { audience: 'hub_analyst', agencyId: people.analyst.agencyId };
      const asItStands = { facts: { says: 'released_as_it_stands', to: toHub } as const };
      expect(await holder.answers(seen?.reviewId ?? '', { itemId, says: asItStands })).toMatchObject({ status: 204 });
      const hiding = { says: 'released_wording', to: SOCIAL_CARE, hidesSource: true } as const;
      await holder.states(itemId, { facts: hiding, content: { wording: 'There is a weapon.' } });
      const recipient = { agencyId: DEMO_AGENCIES.socialCare, team: 'social-care' };
      const told = await release([row], { recipient, items: [{ itemId }] });
      expect(told.status).toBe(200);
      expect(JSON.stringify(told.body)).not.toContain(SECRET);
    });

    test('an id that is not there reads alike', async () => {
      const { row } = await enquiry.answer([{ text: SECRET, facts: { bar: 'adoption' } }]);
      const plain = await enquiry.answer([PLAIN]);
      const { items } = await press([row, plain.row], [newId()]);
      expect(items).toEqual([]);
    });

    test('that it is the danger itself is theirs to say to nobody', async () => {
      const { row, itemIds } = await enquiry.answer([{ text: SECRET, facts: { flags: ['source_risk'] } }]);
      const items = [{ itemId: itemIds[0], isTheDanger: true }];
      const answer = await release([row], { recipient: POLICE, items });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).not.toContain(SECRET);
      expect(await countIn('disclosure')).toBe(0);
    });

    test('in the words that they read, and it says that parts are left out', async () => {
      const text = `Officers attended; ${SECRET} of next door called them.`;
      const from = text.indexOf(SECRET);
      const passage = { from, to: from + SECRET.length };
      const facts = { thirds: 'personal' as const, thirdPartyPassages: [passage] };
      const { row, itemIds } = await enquiry.answer([{ text, facts }]);
      const read = (await release([row], { mode: 'content' })).body as Released;
      const told = await press([row], itemIds);
      expect(told.items[0]?.content).toEqual(read.items[0]?.content);
      expect(told.items[0]?.redactions).toEqual(read.items[0]?.redactions);
      expect(told.items[0]?.redactions).not.toEqual([]);
      expect(JSON.stringify(told)).not.toContain(SECRET);
    });

    test('and what they have accepted the condition of, they may tell', async () => {
      const facts = { handling: 'C' as const, condition: { kind: 'NO_WRITE' as const } };
      const { row, itemIds } = await enquiry.accepted({ ...PLAIN, facts });
      const read = (await release([row], { mode: 'content' })).body as Released;
      expect(read.items).toMatchObject([{ visibility: 'withheld', acceptFirst: true }]);
      expect(shownIn(await press([row], itemIds))).toEqual([]);
      const its = { acceptanceId: newId(), enquiryId: enquiry.enquiryId, itemIds };
      expect((await sharing.as(people.analyst)('post', '/condition-acceptances', its)).status).toBe(204);
      expect(shownIn(await press([row], itemIds))).toEqual(itemIds);
    });

    test('without decision nobody can say what they may read: the concern goes alone', async () => {
      const { row, itemIds } = await enquiry.answer([PLAIN]);
      const concern = await enquiry.concern('She will not open the door.');
      sharing.others.down.set('decision', 'broken');
      try {
        expect(shownIn(await press([concern, row], itemIds))).toEqual([concern.envelopeId]);
      } finally {
        sharing.others.down.clear();
      }
    });
  });

  describe('and what they told is recalled', () => {
    const told = async () => {
      const { agencyId, requestId } = await aPermittedLine(enquiry, health);
      const answer = await enquiry.answer([PLAIN], agencyId, undefined, undefined, requestId);
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
      const { items } = await press([answer.row], answer.itemIds);
      expect(items).toMatchObject([{ requestId: answer.ids.requestId }]);
      return { answer, read: await noticeOf(items) };
    };
    /** The notice as the console makes it of what was released, and as the police read it. */
    const noticeOf = async (released: Released['items']) => {
      const noticeId = newId();
      const { enquiryId } = enquiry;
      const ids = { enquiryId, productId: noticeId, agencyId: police };
      const header = { typ: 'outward', version: 1, partnershipId: DEMO_PARTNERSHIP, ...ids } as const;
      const items = released.map(({ itemId, envelopeId, requestId, personId }) => ({
        ...{ itemId, envelopeId, requestId, personId, text: PLAIN.text },
      }));
      const content = { kind: 'protection', items };
      const sealed = await enquiry.seal<'outward'>(header, { content, by: people.analyst.id });
      const place = { typ: 'outward', envelopeId: noticeId, version: 1, productId: noticeId, agencyId: police, sealed };
      return async () => (await release([place], {}, people.policeLiaison)).body as Released;
    };

    test.each([
      ['the first, and the notice tells the copy', 0, 1],
      ['the copy, and the notice tells the first', 1, 0],
    ])('%s: that it came under one id is known there too', async (_what, recalled, toldOne) => {
      const { agencyId, requestId } = await aPermittedLine(enquiry, health);
      const id = newId();
      const again = () =>
        enquiry.answer(
          [{ ...PLAIN, facts: { itemId: id }, content: { itemId: id } }],
          ...([agencyId, undefined, undefined, requestId] as const),
        );
      const answers = [await again(), await again()];
      for (const answer of answers) await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
      const { items } = await press(answers.map(({ row }) => row));
      const of = (n: number) => items.filter(({ envelopeId }) => envelopeId === answers[n]?.row.envelopeId);
      const read = await noticeOf(of(toldOne));
      expect(JSON.stringify(await read())).toContain(PLAIN.text);
      const about = { kind: 'item', id: of(recalled)[0]?.itemId ?? '' } as const;
      expect(await new ARecall(sharing, enquiry).says(about)).toMatchObject({ status: 200 });
      expect(await read()).toMatchObject({
        items: [{ visibility: 'shown', content: { items: [], recalledItems: 1 } }],
      });
    });

    test.each([
      ['the item', 'item'],
      ['the answer, by its envelope', 'answer'],
      ['the answer, by its request', 'answerByRequest'],
      ['the request, which was about somebody else', 'request'],
      ['the person, who was matched wrongly', 'person'],
    ] as const)('%s: it is in the notice no more, which says so', async (_what, by) => {
      const { answer, read } = await told();
      expect(JSON.stringify(await read())).toContain(PLAIN.text);
      const { requestId } = answer.ids;
      const about = {
        item: { kind: 'item', id: answer.itemIds[0] ?? '' },
        answer: { kind: 'answer', id: answer.row.envelopeId },
        answerByRequest: { kind: 'answer', id: requestId },
        request: { kind: 'request', id: requestId },
        person: { kind: 'person', id: enquiry.personId },
      } as const;
      expect(await new ARecall(sharing, enquiry).says(about[by])).toMatchObject({ status: 200 });
      expect(await read()).toMatchObject({
        items: [{ visibility: 'shown', content: { items: [], recalledItems: 1 } }],
      });
    });
  });
});
