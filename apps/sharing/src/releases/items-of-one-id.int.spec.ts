import { DEMO_AGENCIES, newId, type HolderItem } from '@mash/contracts';
import type { AnswerItemFacts, HolderStatementFacts } from '@mash/sealing';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';

jest.setTimeout(120_000);

const FIRST = 'A quarrel about the rent, nobody hurt.';
const SECOND = 'His aunt says that he hides a knife under the bed.';

describe('Two items under one id', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let itemId: string;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    itemId = newId();
  });

  /** A record of an agency's system, which names its item by it. */
  const record = (text: string, facts: Partial<AnswerItemFacts> = {}, personId = enquiry.personId, id = itemId) =>
    enquiry.answer(
      [{ text, facts: { itemId: id, subjects: [personId], ...facts }, content: { itemId: id } }],
      ...([undefined, undefined, undefined, undefined, personId] as const),
    );
  const accept = (answer: Awaited<ReturnType<typeof record>>) =>
    sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
  const shown = async (...answers: Awaited<ReturnType<typeof record>>[]) =>
    (await enquiry.released(answers.map(({ row }) => row))).items;
  const asked = async (id: string): Promise<string[]> => {
    const select = `SELECT r.review_id AS id FROM review r JOIN sharing_decision d USING (sharing_decision_id) WHERE d.about_id = $1 AND r.state = 'open'`;
    return (await sharing.query<{ id: string }>(select, [id])).map((one) => one.id);
  };
  const CONDITION = { handling: 'C', condition: { kind: 'CALL_FIRST' } } as const;

  test('share no word of the holder and no yes: the record sent again, with other words, is asked about again', async () => {
    const first = await record(FIRST, CONDITION);
    await accept(first);
    expect(await shown(first)).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
    const to = { audience: 'hub_analyst', agencyId: DEMO_AGENCIES.council };
    const says = { facts: { says: 'released_as_it_stands', to } } as const;
    for (const id of await asked(itemId))
      expect((await new AHolder(sharing, enquiry).answers(id, { itemId, says })).status).toBe(204);
    expect(await shown(first)).toMatchObject([{ visibility: 'shown', content: { text: FIRST } }]);
    const second = await record(SECOND, CONDITION);
    expect(await shown(second)).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
    await accept(second);
    expect(await shown(second)).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
    expect(await shown(first)).toMatchObject([{ visibility: 'shown' }]);
  });

  describe('of which the holder said something against the first', () => {
    const to = { audience: 'hub_analyst', agencyId: DEMO_AGENCIES.council };
    const AGAINST: [string, HolderStatementFacts, object][] = [
      ['a refusal', { says: 'refused', to }, {}],
      [
        'a detriment',
        {
          says: 'detriment',
          to,
          personId: '',
          reviewBy: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
        },
        { harm: 'He would be found.' },
      ],
      [
        'words to be read instead',
        { says: 'released_wording', to, hidesSource: false },
        { wording: 'Visit in pairs.' },
      ],
      ['that it is irrelevant', { says: 'relevance', relevance: 'irrelevant' }, {}],
    ];
    test.each(AGAINST)('have %s in common: the same record sent again is not shown', async (_what, facts, content) => {
      const first = await record(FIRST);
      await accept(first);
      expect(await shown(first)).toMatchObject([{ visibility: 'shown' }]);
      const said = 'personId' in facts ? { ...facts, personId: enquiry.personId } : facts;
      expect((await new AHolder(sharing, enquiry).states(itemId, { facts: said, content })).status).toBe(204);
      const second = await record(FIRST);
      const unchecked = await shown(second);
      expect(unchecked).not.toMatchObject([{ visibility: 'shown' }]);
      await accept(second);
      expect(await shown(second)).not.toMatchObject([{ visibility: 'shown' }]);
    });

    test.each(AGAINST)('have %s in common also where it was said of the copy', async (_what, facts, content) => {
      const [first, second] = [await record(FIRST), await record(FIRST)];
      for (const one of [first, second]) await accept(one);
      const [copy] = await shown(second);
      const said = 'personId' in facts ? { ...facts, personId: enquiry.personId } : facts;
      const holder = new AHolder(sharing, enquiry);
      expect((await holder.states(copy?.itemId ?? '', { facts: said, content })).status).toBe(204);
      expect(await shown(first)).not.toMatchObject([{ visibility: 'shown' }]);
      await holder.states(itemId, { facts: { says: 'relevance', relevance: 'relevant' } });
      await holder.states(itemId, { facts: { says: 'detriment_ended', to } });
      await holder.states(itemId, { facts: { says: 'released_as_it_stands', to } });
      expect(await shown(first)).toMatchObject([{ visibility: 'shown' }]);
      expect(await shown(second)).not.toMatchObject([{ visibility: 'shown', content: { text: FIRST } }]);
    });

    test.each([
      ['the same person', () => enquiry.personId],
      ['somebody else of the family', () => enquiry.mother()],
    ])(
      "have the holder's no to what was asked of the copy in common, which is about %s: the first is shown no more",
      async (_whom, personId) => {
        const about = personId();
        const [first, second] = [await record(FIRST, CONDITION), await record(FIRST, CONDITION, about)];
        for (const one of [first, second]) await accept(one);
        const [, copy] = await shown(first, second);
        const holder = new AHolder(sharing, enquiry);
        const release = { itemId, says: { facts: { says: 'released_as_it_stands', to } } } as const;
        for (const id of await asked(itemId)) expect((await holder.answers(id, release)).status).toBe(204);
        expect(await shown(first)).toMatchObject([{ visibility: 'shown' }]);
        const refuse = { answer: 'refuse', ground: 'source_at_risk' } as const;
        for (const id of await asked(copy?.itemId ?? '')) expect((await holder.answers(id, refuse)).status).toBe(204);
        // Nobody was asked of the first, so that it has no REVIEW that a manager could name.
        expect(await shown(first)).toMatchObject([{ visibility: 'withheld', outcome: 'DENY', overridable: true }]);
        expect((await holder.states(itemId, release.says)).status).toBe(204);
        // As after a no to itself: what was answered before rests on the earlier release.
        expect(await shown(first)).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
        for (const id of await asked(itemId)) expect((await holder.answers(id, release)).status).toBe(204);
        expect(await shown(first)).toMatchObject([{ visibility: 'shown' }]);
        expect(await shown(second)).toMatchObject([{ visibility: 'withheld', outcome: 'DENY' }]);
      },
    );

    test('say on their own page of which one it was said', async () => {
      const [first, second] = [await record(FIRST), await record(FIRST)];
      for (const one of [first, second]) await accept(one);
      const [copy] = await shown(second);
      const holder = new AHolder(sharing, enquiry);
      await holder.states(itemId, { facts: { says: 'refused', to } });
      await holder.states(copy?.itemId ?? '', { facts: { says: 'telling_held' } });
      const marksOf = async (id: string) => {
        const { stated } = (await holder.opens(id)).body as HolderItem;
        return stated.map(({ says, isOfAnother }) => [says, isOfAnother]);
      };
      expect(await marksOf(itemId)).toEqual([
        ['telling_held', true],
        ['refused', undefined],
      ]);
      expect(await marksOf(copy?.itemId ?? '')).toEqual([
        ['telling_held', undefined],
        ['refused', true],
      ]);
    });

    test('wait for nobody where the other was refused: what was asked of the first is withdrawn', async () => {
      const [first, second] = [await record(FIRST, CONDITION), await record(FIRST, CONDITION)];
      for (const one of [first, second]) await accept(one);
      const [, copy] = await shown(first, second);
      expect(await asked(itemId)).toHaveLength(1);
      const holder = new AHolder(sharing, enquiry);
      expect((await holder.states(copy?.itemId ?? '', { facts: { says: 'refused', to } })).status).toBe(204);
      expect([await asked(itemId), await asked(copy?.itemId ?? '')]).toEqual([[], []]);
    });

    test('have a refusal in common also where the copy was refused, and another comes', async () => {
      const [first, second, third] = [await record(FIRST), await record(FIRST), await record(FIRST)];
      for (const one of [first, second]) await accept(one);
      const [copy] = await shown(second);
      const holder = new AHolder(sharing, enquiry);
      expect((await holder.states(copy?.itemId ?? '', { facts: { says: 'refused', to } })).status).toBe(204);
      await accept(third);
      expect(await shown(third)).not.toMatchObject([{ visibility: 'shown' }]);
    });

    test('are released each by itself: what is said of the copy afterwards counts for it', async () => {
      const [first, second] = [await record(FIRST), await record(FIRST)];
      for (const one of [first, second]) await accept(one);
      const [copy] = await shown(second);
      const holder = new AHolder(sharing, enquiry);
      await holder.states(itemId, { facts: { says: 'refused', to } });
      await holder.states(copy?.itemId ?? '', { facts: { says: 'released_as_it_stands', to } });
      expect(await shown(second)).toMatchObject([{ visibility: 'shown' }]);
      expect(await shown(first)).not.toMatchObject([{ visibility: 'shown' }]);
    });
  });

  test('are recalled together: the copy is shown no more, who read it is told, and one that comes later is not shown', async () => {
    const [first, second, third] = [await record(FIRST), await record(FIRST), await record(FIRST)];
    for (const one of [first, second]) await accept(one);
    expect(await shown(second)).toMatchObject([{ visibility: 'shown' }]);
    const recall = new ARecall(sharing, enquiry);
    expect(await recall.says({ kind: 'item', id: itemId })).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await shown(first, second)).toEqual([]);
    await accept(third);
    expect(await shown(third)).toEqual([]);
  });

  test('are recalled together also where the copy was: the first is shown no more, and who read it is told', async () => {
    const [first, second] = [await record(FIRST), await record(FIRST)];
    for (const one of [first, second]) await accept(one);
    const [copy] = await shown(second);
    await sharing.query('DELETE FROM disclosure WHERE enquiry_id = $1', [enquiry.enquiryId]);
    expect(await shown(first)).toMatchObject([{ visibility: 'shown' }]);
    const recall = new ARecall(sharing, enquiry);
    const about = { kind: 'item', id: copy?.itemId ?? '' } as const;
    expect(await recall.says(about)).toMatchObject({ status: 200, body: { recipients: 1 } });
    expect(await shown(first, second)).toEqual([]);
    await recall.says(about, { says: 'confirmed' }, people.policeLiaison);
    expect(await shown(first, second)).toMatchObject([{ visibility: 'shown' }, { visibility: 'shown' }]);
  });

  test('of which the first was of the wrong person: the corrected one is shown once its holder says that it is right', async () => {
    const [first, second] = [await record(FIRST), await record(SECOND)];
    for (const one of [first, second]) await accept(one);
    const [copy] = await shown(second);
    const about = { kind: 'item', id: copy?.itemId ?? '' } as const;
    const recall = new ARecall(sharing, enquiry);
    await recall.says({ kind: 'item', id: itemId });
    expect(await shown(first, second)).toEqual([]);
    expect((await new AHolder(sharing, enquiry).opens(about.id)).body).toMatchObject({ toConfirm: about });
    const right = () => recall.says(about, { says: 'confirmed' }, people.policeLiaison);
    expect(await right()).toMatchObject({ status: 200 });
    expect(await shown(first, second)).toMatchObject([{ visibility: 'shown', content: { text: SECOND } }]);
    expect(await right()).toMatchObject({ status: 409, code: 'SHARING.NOTHING_TO_CONFIRM' });
  });

  test('are doubted together, whichever it was said of, until that one is confirmed', async () => {
    const [first, second] = [await record(FIRST), await record(FIRST)];
    for (const one of [first, second]) await accept(one);
    const [copy] = await shown(second);
    const recall = new ARecall(sharing, enquiry);
    const about = { kind: 'item', id: copy?.itemId ?? '' } as const;
    await recall.says(about, { says: 'doubted' });
    expect(await shown(first)).toMatchObject([{ visibility: 'withheld', outcome: 'REVIEW' }]);
    const own = await new AHolder(sharing, enquiry).opens(itemId);
    expect(own.body).toMatchObject({ toConfirm: about });
    await recall.says(about, { says: 'confirmed' }, people.policeLiaison);
    expect(await shown(first)).toMatchObject([{ visibility: 'shown' }]);
  });

  test('are owed a word of whom they are about as long as one of them is doubted', async () => {
    const [first, second] = [await record(FIRST), await record(FIRST)];
    for (const one of [first, second]) await accept(one);
    const [copy] = await shown(second);
    const recall = new ARecall(sharing, enquiry);
    const both = [itemId, copy?.itemId ?? ''].map((id) => ({ kind: 'item', id }) as const);
    for (const about of both) await recall.says(about, { says: 'doubted' });
    await shown(first, second);
    const owed = async () => {
      const select = `SELECT count(*)::int AS many FROM obligation JOIN sharing_decision d USING (sharing_decision_id)
        WHERE d.enquiry_id = $1 AND code = 'CONFIRM_NOW' AND done_at IS NULL`;
      return (await sharing.query<{ many: number }>(select, [enquiry.enquiryId]))[0]?.many;
    };
    expect(await owed()).toBe(2);
    for (const [n, about] of both.entries()) {
      expect((await recall.says(about, { says: 'confirmed' }, people.policeLiaison)).status).toBe(200);
      expect(await owed()).toBe(n === 0 ? 2 : 0);
    }
  });

  test('in two answers are two: the second waits, and has nothing of what was said of the first', async () => {
    const [first, second] = [await record(FIRST), await record(SECOND)];
    for (const one of [first, second]) await accept(one);
    const items = await shown(first, second);
    const ids = items.map((one) => one.itemId);
    expect([items.length, ids[0], new Set(ids).size]).toEqual([2, itemId, 2]);
    expect((await shown(second, first)).map((one) => one.itemId).sort()).toEqual([...ids].sort());
    expect((await shown(second))[0]?.itemId).toBe(ids[1]);
  });

  test('are two also while the second was not checked yet, and stay what they were then', async () => {
    const [first, second] = [await record(FIRST), await record(SECOND)];
    await accept(first);
    const [before] = await shown(second);
    await accept(second);
    const [after] = await shown(second);
    expect(before?.itemId).not.toBe(itemId);
    expect(after?.itemId).toBe(before?.itemId);
  });

  test('that come at once are two, and the one that was first keeps its id', async () => {
    const both = [await record(FIRST), await record(SECOND)];
    await Promise.all(both.map((one) => accept(one)));
    const ids = (await shown(...both)).map((one) => one.itemId);
    expect([ids.includes(itemId), new Set(ids).size]).toEqual([true, 2]);
  });

  test('one heard twice is one, under its own id', async () => {
    const first = await record(FIRST);
    const received = enquiry.received(first);
    for (const event of [received, { ...received, id: newId() }])
      await sharing.app.get(CheckAnswerWhenItIsReceived).handle(event);
    expect((await shown(first)).map((one) => one.itemId)).toEqual([itemId]);
  });

  test('after an answer of before items were kept, every item is known by an id of its own', async () => {
    const [old, next] = [await record(FIRST), await record(SECOND)];
    await accept(old);
    await sharing.query('DELETE FROM accepted_item WHERE enquiry_id = $1', [enquiry.enquiryId]);
    await sharing.query('UPDATE accepted_envelope SET repeats = NULL WHERE enquiry_id = $1', [enquiry.enquiryId]);
    await accept(next);
    const [older, newer] = await shown(old, next);
    expect([older?.itemId, newer?.itemId === itemId]).toEqual([itemId, false]);
  });
});
