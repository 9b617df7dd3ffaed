import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  IdentityStatedV1,
  newId,
  type IntakeFacts,
  type LineFacts,
  type Obligations,
  type RecallsOfEnquiry,
  type Released,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { linesWith } from '../../testing/a-line';
import { aPermittedLine } from '../../testing/a-permitted-line';
import { ARecall } from '../../testing/a-recall';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { CheckAnswerWhenItIsReceived } from '../reactions/check-answer-when-it-is-received.reaction';
import { DecideAgainWhenAFactChanges } from '../reactions/decide-again-when-a-fact-changes.reaction';

jest.setTimeout(120_000);

/** One child was linked to the record of another, the link was taken back, and the record was linked to whom it is of. */
describe('A swap among brothers and sisters that was put right', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let recall: ARecall;
  let from: string;
  const other = newId();

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    recall = new ARecall(sharing, enquiry);
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    from = new Date().toISOString();
  });

  const match = () => ({ kind: 'person', id: enquiry.personId }) as const;
  const SEEN = { text: 'She was seen alone in the park in May.' };
  const answered = async (
    { requestId, personId, agencyId }: LineFacts,
    identity: 'confirmed' | 'possible' = 'confirmed',
    items = [SEEN],
  ) => {
    const its = [agencyId, undefined, undefined, requestId, personId, identity] as const;
    const answer = await enquiry.answer(items, ...its);
    await sharing.app.get(CheckAnswerWhenItIsReceived).handle(enquiry.received(answer));
    return answer;
  };
  const look = async ({ row }: Awaited<ReturnType<typeof answered>>) =>
    ((await enquiry.release([row])).body as Released).items.map(({ visibility }) => visibility);
  const opened = async ({ agencyId, personId, requestId, envelopeId, sealed }: LineFacts) => {
    const envelope = { typ: 'request', envelopeId, version: 1, requestId, agencyId, personId, sealed };
    const { body } = await enquiry.release([envelope], { mode: 'ask' }, people.policeLiaison);
    const { items, refused } = body as Released;
    return [items.length > 0, ...refused.map(({ code }) => code)];
  };
  const hearWhatWasSaid = async () => {
    const said = await sharing.query<{ envelope: IdentityStatedV1 }>(
      `SELECT envelope FROM (SELECT type, envelope FROM outbox UNION SELECT type, envelope FROM outbox_archive) put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2`,
      [IdentityStatedV1.type, enquiry.enquiryId],
    );
    for (const { envelope } of said) await sharing.app.get(DecideAgainWhenAFactChanges).identityStated(envelope);
  };
  /** The link is taken back, and the right one is linked to that record. */
  const isPutRight = (isKnown = true) => {
    const { enquiryId, personId: record } = enquiry;
    const [until, since] = [new Date().toISOString(), new Date().toISOString()];
    const stood = [
      { personId: other, from, until, certain: false },
      { personId: record, from: since, certain: true },
    ];
    const [child, ...others] = (
      sharing.others.answers.get(`/contact-intake/facts/enquiries/${enquiryId}`) as IntakeFacts
    ).people;
    const intake = {
      people: [child!, { ...child!, personId: other }, ...others],
      ...(isKnown && { idsOfSeveral: [{ id: record, stood }] }),
    };
    enquiry.factsAre({ intake });
  };
  /** A notice of immediate protection with everything of these answers that a press lets through, and what the police read in it. */
  const pressed = async (answers: readonly Awaited<ReturnType<typeof answered>>[]) => {
    const { enquiryId } = enquiry;
    const agencyId = DEMO_AGENCIES.police;
    const items = answers.flatMap(({ itemIds }) => itemIds.map((itemId) => ({ itemId })));
    const press = { mode: 'protect', recipient: { agencyId, team: 'police' }, items };
    const rows = answers.map(({ row }) => row);
    const released = (await enquiry.released(rows, press)).items;
    const told = released.map(({ itemId, envelopeId, requestId, personId }) => ({
      ...{ itemId, envelopeId, requestId, personId, text: 'Seen alone.' },
    }));
    const productId = newId();
    const ids = { typ: 'outward', version: 1, productId, agencyId } as const;
    const header = { ...ids, partnershipId: DEMO_PARTNERSHIP, enquiryId };
    const content = { kind: 'protection', items: told };
    const sealed = await enquiry.seal<'outward'>(header, { content, by: people.analyst.id });
    return async () => {
      const envelope = { ...ids, envelopeId: productId, sealed };
      const { items: read } = await enquiry.released([envelope], { mode: 'protect' }, people.policeLiaison);
      const { items: left, recalledItems = 0 } = read[0]?.content as { items: unknown[]; recalledItems?: number };
      return { told: left.length, recalled: recalledItems };
    };
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

  test.each(['wrong_person', 'doubted'] as const)(
    'once one was said to be %s, what is asked and answered since of the other is there, and what was before is not',
    async (says) => {
      const before = await aPermittedLine(enquiry);
      const theirs = await answered(before);
      await recall.says(match(), { says });
      await pause();
      isPutRight();
      await pause();
      await hearWhatWasSaid();
      const since = await aPermittedLine(enquiry);
      expect(await linesWith(sharing).outcomes(since.lineId)).toEqual(['PERMIT']);
      expect(await linesWith(sharing).outcomes(before.lineId)).not.toEqual(['PERMIT']);
      expect(await opened(since)).toEqual([true]);
      expect(await look(await answered(since))).toEqual(['shown']);
      const late = await answered(before);
      for (const one of [theirs, late]) expect(await look(one)).not.toEqual(['shown']);
    },
  );

  test('a notice that was pressed since tells what is known of the other, and one from before nothing of the one', async () => {
    const theirs = await answered(await aPermittedLine(enquiry, DEMO_AGENCIES.health));
    const before = await pressed([theirs]);
    expect(await before()).toEqual({ told: 1, recalled: 0 });
    await recall.says(match());
    await pause();
    isPutRight();
    await pause();
    const since = await pressed([theirs, await answered(await aPermittedLine(enquiry, DEMO_AGENCIES.health))]);
    expect(await since()).toEqual({ told: 1, recalled: 0 });
    expect(await before()).toEqual({ told: 0, recalled: 1 });
    await recall.says(match());
    expect(await since()).toEqual({ told: 0, recalled: 1 });
  });

  const MANAGER = people.manager;
  const recalls = async () =>
    (await sharing.as(MANAGER)('get', `/enquiries/${enquiry.enquiryId}/recalls`)).body as RecallsOfEnquiry;
  const areOpen = async () => (await recalls()).recalls.map(({ closedAt }) => closedAt === undefined);

  describe('what was read of the one is destroyed still', () => {
    const isReadAndRecalled = async (its: object = {}) => {
      const line = await aPermittedLine(enquiry);
      await opened(line);
      await look(await answered(line));
      expect(await recall.says(match(), its, MANAGER)).toMatchObject({ status: 200 });
      expect(await areOpen()).toEqual([true]);
      await pause();
      isPutRight();
      await pause();
    };

    test('when it is said that the record is of the other, whom nobody doubts', async () => {
      await isReadAndRecalled();
      const confirmed = await recall.says(match(), { says: 'confirmed' }, MANAGER);
      expect(confirmed).toMatchObject({ status: 409, code: 'SHARING.NOTHING_TO_CONFIRM' });
      expect(await areOpen()).toEqual([true]);
      expect((await recalls()).questions).toMatchObject([{ says: 'wrong_person', meantId: other }]);
    });

    test('when the other is doubted, and confirmed', async () => {
      await isReadAndRecalled();
      await aPermittedLine(enquiry);
      await recall.says(match(), { says: 'doubted' });
      const before = (await recalls()).questions.map(({ says, meantId }) => [says, meantId]);
      expect(before).toEqual([
        ['wrong_person', other],
        ['doubted', undefined],
      ]);
      expect(await recall.says(match(), { says: 'confirmed' }, MANAGER)).toMatchObject({ status: 200 });
      expect(await areOpen()).toEqual([true]);
      expect((await recalls()).questions).toMatchObject([{ says: 'wrong_person', meantId: other }]);
    });

    test('when it was the other whom it was right to tell of', async () => {
      const police = { recipientAgencyId: DEMO_AGENCIES.police } as const;
      await isReadAndRecalled({ says: 'wrong_recipient', ...police });
      const taken = await recall.says(match(), { says: 'right_recipient', ...police }, MANAGER);
      expect(taken).toMatchObject({ status: 409, code: 'SHARING.NOTHING_TO_TAKE_BACK' });
      expect(await areOpen()).toEqual([true]);
    });
  });

  const owed = async () => {
    const path = `/enquiries/${enquiry.enquiryId}/obligations`;
    const { obligations } = (await sharing.as(MANAGER)('get', path)).body as Obligations;
    const open = obligations.filter(({ code, state }) => code === 'CONFIRM_NOW' && state === 'open');
    return open.map(({ agencyId = 'the hub' }) => agencyId);
  };
  const isNowOf = async (says: 'doubted' | 'wrong_person') => {
    await recall.says(match(), { says }, MANAGER);
    await pause();
    isPutRight();
    await pause();
  };

  describe('the doubt of the one', () => {
    const ofThem = () => ({ kind: 'person', id: other }) as const;
    const questions = async () => (await recalls()).questions.map(({ says, meantId }) => [says, meantId]);

    test('is ended by what a manager says of them, and by nothing that is said of the other', async () => {
      const theirs = await answered(await aPermittedLine(enquiry));
      await isNowOf('doubted');
      expect(await recall.says(match(), { says: 'confirmed' }, MANAGER)).toMatchObject({ status: 409 });
      expect([await owed(), await questions()]).toEqual([['the hub'], [['doubted', other]]]);
      expect(await recall.says(ofThem(), { says: 'confirmed' })).toMatchObject({ status: 403 });
      expect(await recall.says(ofThem(), { says: 'confirmed' }, MANAGER)).toMatchObject({ status: 200 });
      expect([await owed(), await questions()]).toEqual([[], []]);
      expect(await look(theirs)).not.toEqual(['shown']);
      expect(await recall.says(ofThem(), { says: 'confirmed' }, MANAGER)).toMatchObject({ status: 404 });
    });

    test('is not what the page of the other goes on from', async () => {
      await answered(await aPermittedLine(enquiry));
      await isNowOf('doubted');
      const { kind, id } = match();
      const page = await sharing.as(MANAGER)('get', `/enquiries/${enquiry.enquiryId}/seen-by/${kind}/${id}`);
      expect(page.body).toMatchObject({ lastSaid: null });
    });

    test('is not what the other is doubted for, who is asked about still', async () => {
      await aPermittedLine(enquiry);
      await isNowOf('doubted');
      await recall.says(match(), { says: 'doubted' });
      expect(await recall.says(ofThem(), { says: 'confirmed' }, MANAGER)).toMatchObject({ status: 200 });
      expect([await owed(), await questions()]).toEqual([['the hub'], [['doubted', undefined]]]);
      expect(await recall.says(match(), { says: 'confirmed' }, MANAGER)).toMatchObject({ status: 200 });
      expect([await owed(), await questions()]).toEqual([[], []]);
    });
  });

  test('what an agency is not sure of about the other is asked of it still, though the one was the wrong person', async () => {
    await aPermittedLine(enquiry);
    await isNowOf('wrong_person');
    const theirs = await answered(await aPermittedLine(enquiry), 'possible', [SEEN, SEEN]);
    await look(theirs);
    expect(await owed()).toEqual([DEMO_AGENCIES.police]);
    await recall.says({ kind: 'item', id: theirs.itemIds[0] ?? '' }, { says: 'doubted' });
    const all = { kind: 'answer', id: theirs.row.envelopeId } as const;
    expect(await recall.says(all, { says: 'confirmed' }, people.policeLiaison)).toMatchObject({ status: 200 });
    expect(await owed()).toEqual([DEMO_AGENCIES.police]);
  });

  test('where no trail tells who was meant, all of it stays closed', async () => {
    await aPermittedLine(enquiry);
    await recall.says(match());
    await pause();
    isPutRight(false);
    const since = await aPermittedLine(enquiry);
    expect(await linesWith(sharing).outcomes(since.lineId)).toEqual(['DENY']);
  });

  test('of the one who was linked since it may be said, too', async () => {
    const before = await aPermittedLine(enquiry);
    await answered(before);
    await recall.says(match());
    expect(await recall.says(match())).toMatchObject({ code: 'SHARING.ALREADY_SAID' });
    await pause();
    isPutRight();
    await pause();
    await aPermittedLine(enquiry);
    expect(await recall.says(match())).toMatchObject({ status: 200 });
    expect(await linesWith(sharing).outcomes((await aPermittedLine(enquiry)).lineId)).toEqual(['DENY']);
  });
});
