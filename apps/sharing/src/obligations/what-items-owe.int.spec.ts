import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  StrategyDiscussionChangedV1,
  type ObligationView,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { eventually, people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { aPicture } from '../../testing/a-picture';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { CloseConsiderationWhenStrategyIsDiscussed } from '../reactions/close-consideration-when-strategy-is-discussed.reaction';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { ObligationCauseRepository } from './obligation-cause.repository';
import { ObligationRepository } from './obligation.repository';

jest.setTimeout(120_000);

describe('What an item owes, though the rules alone permit or refuse it', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));

  const look = (...asked: Parameters<AnEnquiry['released']>) => enquiry.released(...asked);
  const tasks = async (as: PersonActor = people.analyst): Promise<ObligationView[]> =>
    (
      (await sharing.as(as)('get', `/enquiries/${enquiry.enquiryId}/obligations`)).body as {
        obligations: ObligationView[];
      }
    ).obligations;
  const owed = async () => (await tasks()).map(({ code, personId }) => [code, personId]);
  const rows = (table: string) => sharing.query(`SELECT 1 FROM ${table} WHERE enquiry_id = $1`, [enquiry.enquiryId]);
  const complete = async (task: ObligationView | undefined, as: PersonActor = people.analyst) => {
    const stepId = newId();
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, noteId: stepId, authorId: as.id };
    const note = { content: { words: 'Done this morning.' }, by: as.id };
    const sealedNote = await enquiry.seal<'note'>({ typ: 'note', version: 1, ...ids }, note);
    const body = { stepId, outcome: 'done', sealedNote };
    return sharing.as(as)('post', `/obligations/${task?.obligationId ?? newId()}/complete`, body);
  };

  const causesOf = async (task: ObligationView | undefined): Promise<string[]> => {
    const select = 'SELECT envelope_id AS "envelopeId" FROM obligation_cause WHERE obligation_id = $1';
    const causes = await sharing.query<{ envelopeId: string }>(select, [task?.obligationId]);
    return causes.map(({ envelopeId }) => envelopeId);
  };

  const strategyDiscussed = (at: string) =>
    sharing.app.get(CloseConsiderationWhenStrategyIsDiscussed).handle({
      ...{ id: newId(), type: StrategyDiscussionChangedV1.type, version: 1, occurredAt: at },
      ...{ partnershipId: DEMO_PARTNERSHIP, correlationId: enquiry.enquiryId },
      actor: { id: people.manager.id, kind: 'person' },
      data: { enquiryId: enquiry.enquiryId, discussionId: newId(), step: 'considered', at },
    });

  test('a sexual act with a child under thirteen: a strategy discussion is considered the same day, by a manager', async () => {
    const { row } = await enquiry.answer([{ text: 'She told her teacher.', facts: { sign: 'u13_sexual' } }]);
    await look([row]);
    const [task, ...others] = await tasks(people.manager);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      ...{
        code: 'STRATEGY_CONSIDERED',
        personId: enquiry.personId,
        owner: 'manager',
        state: 'open',
        mayComplete: true,
      },
    });
    expect(await rows('sharing_decision')).toEqual([]);
    expect((await complete(task)).status).toBe(403);
    expect((await complete(task, people.manager)).status).toBe(204);
    await look([row]);
    expect((await tasks()).map(({ code, state }) => [code, state])).toEqual([['STRATEGY_CONSIDERED', 'done']]);
  });

  test.each(['16_17', '13_15'] as const)(
    'a competent child of %s who objects, at section 47: their wishes are recorded and they are told why',
    async (kind) => {
      enquiry.factsAre({ child: { kind, competence: 'yes', objects: true } });
      await look([(await enquiry.answer([{ text: 'Seen at the station.' }])).row]);
      expect(new Set((await owed()).map(([code]) => code))).toEqual(
        new Set(['RECORD_WISHES', 'TELL_CHILD', 'INFORM_PARENT']),
      );
      expect((await owed()).every(([, personId]) => personId === enquiry.personId)).toBe(true);
    },
  );

  test('a purpose that nobody shares for: information governance has the question within a working day', async () => {
    const { row } = await enquiry.answer([{ text: 'Seen at the station.' }]);
    await look([row], { purpose: 'IMMIGRATION' });
    const mine = (await sharing.as(people.igOfficer)('get', '/obligations')).body as { obligations: ObligationView[] };
    expect(mine.obligations.filter(({ enquiryId }) => enquiryId === enquiry.enquiryId)).toMatchObject([
      { code: 'TO_IG', mayComplete: true },
    ]);
  });

  test('a refusal of help by agreement: a manager judges the risk again', async () => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    await consentWith(sharing, enquiry).state({ state: 'refused' });
    const { itemIds } = await enquiry.accepted({ text: 'Missed two appointments.' });
    const product = {
      ...{ productId: newId(), enquiryId: enquiry.enquiryId, kind: 'handover', audience: 'team_eh' },
      ...{ toAgencyId: DEMO_AGENCIES.earlyHelp, purpose: 'EH', personIds: [enquiry.personId], itemIds },
      ...{ words: 'Please see them.', envelopes: [], people: [] },
    };
    const made = await sharing.as(people.manager)('post', '/outward-products', product);
    expect(made.body).toMatchObject({
      ...{ state: 'refused', included: [], leftOut: [{ code: 'HELP_BY_AGREEMENT' }] },
    });
    expect(await owed()).toContainEqual(['RISK_AGAIN', enquiry.personId]);
  });

  test('many items, looked at again and by two people at once, owe it once and keep no decision of their own', async () => {
    const picture = await aPicture(enquiry, { answers: 4, itemsInEach: 3, characters: 60 });
    await Promise.all([look(picture), look(picture), look(picture, {}, people.manager)]);
    await look(picture);
    expect(await owed()).toEqual([['INFORM_PARENT', enquiry.personId]]);
    expect(await rows('obligation')).toHaveLength(1);
    expect(await rows('sharing_decision')).toEqual([]);
  });

  test('one child told is not the other told', async () => {
    const sibling = newId();
    const both = [enquiry.personId, sibling].map((personId) => ({
      ...{ personId, kind: '13_15', relation: 'concern', identity: 'confirmed', objects: true, dispute: 'none' },
      ...{ parentalResponsibilityProven: true, competence: 'yes', protected: [] },
    })) as never;
    enquiry.factsAre({ intake: { people: both } });
    const [first, second] = [
      await enquiry.answer([{ text: 'Seen at the station.' }]),
      await enquiry.answer([{ text: 'Seen at the park.' }], undefined, undefined, undefined, undefined, sibling),
    ];
    await look([first.row, second.row]);
    const ofCode = async () => (await tasks()).filter(({ code }) => code === 'TELL_CHILD');
    const told = (await ofCode()).find(({ personId }) => personId === sibling);
    expect(await ofCode()).toHaveLength(2);
    expect((await complete(told)).status).toBe(204);
    expect((await ofCode()).map(({ personId, state }) => [personId, state])).toEqual([
      [enquiry.personId, 'open'],
      [sibling, 'done'],
    ]);
  });

  test('what comes while it is open is done with it; what comes once it is done owes it anew, and what was there does not', async () => {
    const objects = { kind: '13_15', competence: 'yes', objects: true } as const;
    enquiry.factsAre({ child: objects });
    const ofCode = async () => (await tasks()).filter(({ code }) => code === 'TELL_CHILD');
    const [first, second, third] = [
      (await enquiry.answer([{ text: 'Seen at the station.' }])).row,
      (await enquiry.answer([{ text: 'Seen at the park.' }])).row,
      (await enquiry.answer([{ text: 'Seen at the harbour.' }])).row,
    ];
    await look([first]);
    await look([second]);
    expect(await ofCode()).toHaveLength(1);
    expect((await complete((await ofCode())[0])).status).toBe(204);
    await look([first, second]);
    expect((await ofCode()).map(({ state }) => state)).toEqual(['done']);
    await Promise.all([look([first, third]), look([third])]);
    const [open, done, ...others] = await ofCode();
    expect([open?.state, done?.state, others]).toEqual(['open', 'done', []]);
    expect(open?.earlierDoneAt).toBe(done?.doneAt);
    expect(await causesOf(open)).toEqual([third.envelopeId]);
  });

  /** One is at work and has not committed; the other begins, comes to where it must wait, and then the first commits. */
  const interleaved = async (first: (tx: Tx) => Promise<unknown>, second: () => Promise<unknown>) => {
    let finish: () => void = () => undefined;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    let begin: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begin = resolve));
    const underWay = sharing.app.get(UnitOfWork).run(async (tx) => {
      await first(tx);
      begin();
      await mayFinish;
    });
    await Promise.race([hasBegun, underWay]);
    const after = second();
    const waiting = `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`;
    await eventually(async () => expect(await sharing.query(waiting)).not.toEqual([])).finally(finish);
    await Promise.all([underWay, after]);
  };
  const obligations = () => sharing.app.get(ObligationRepository);

  test.each<[how: string, complete: (tx: Tx, task: ObligationView) => Promise<unknown>]>([
    [
      'by a note',
      async (tx, { obligationId }) => {
        const row = await obligations().find(obligationId, tx);
        const all = row === undefined ? [] : await obligations().lockTask(tx, row);
        const ids = all.map((one) => one.obligationId);
        await obligations().done(tx, ids, people.analyst.id, new Date());
      },
    ],
    ['by this service', (tx) => obligations().systemHasDone(tx, enquiry.enquiryId, 'TELL_CHILD', new Date())],
    [
      'elsewhere',
      (tx) => {
        const its = { enquiryId: enquiry.enquiryId, code: 'TELL_CHILD' } as const;
        return obligations().doneElsewhere(tx, its, { by: people.manager.id, at: new Date(Date.now() + 1_000) });
      },
    ],
  ])('what comes at the moment at which it is done %s owes it anew', async (_how, done) => {
    enquiry.factsAre({ child: { kind: '13_15', competence: 'yes', objects: true } });
    const ofCode = async () => (await tasks()).filter(({ code }) => code === 'TELL_CHILD');
    const [first, second] = [
      (await enquiry.answer([{ text: 'Seen at the station.' }])).row,
      (await enquiry.answer([{ text: 'Seen at the park.' }])).row,
    ];
    await look([first]);
    const [task] = await ofCode();
    await interleaved(
      async (tx) => task && done(tx, task),
      () => look([first, second]),
    );
    const [anew, before, ...others] = await ofCode();
    expect([anew?.state, before?.state, others]).toEqual(['open', 'done', []]);
    expect([await causesOf(anew), await causesOf(before)]).toEqual([[second.envelopeId], [first.envelopeId]]);
  });

  test('what is done elsewhere at the moment at which something joins it is not done for that', async () => {
    const { row } = await enquiry.answer([{ text: 'She told her teacher.', facts: { sign: 'u13_sexual' } }]);
    await look([row]);
    const [later, at] = [newId(), Date.now() + 1_000];
    await interleaved(
      async (tx) => {
        const [obligationId = ''] = await obligations().lockOpen(tx, enquiry.enquiryId, ['STRATEGY_CONSIDERED']);
        const joining = [{ obligationId, envelopeId: later }];
        await sharing.app.get(ObligationCauseRepository).add(tx, joining, new Date(at + 1_000));
      },
      () => strategyDiscussed(new Date(at).toISOString()),
    );
    expect((await tasks()).map(({ code, state }) => [code, state])).toEqual([['STRATEGY_CONSIDERED', 'open']]);
  });

  test('a discussion that was held before the item came does not do what the item owes', async () => {
    const { row } = await enquiry.answer([{ text: 'She told her teacher.', facts: { sign: 'u13_sexual' } }]);
    const before = new Date(Date.now() - 3_600_000).toISOString();
    await look([row]);
    await strategyDiscussed(before);
    expect((await tasks()).map(({ code, state }) => [code, state])).toEqual([['STRATEGY_CONSIDERED', 'open']]);
    await strategyDiscussed(new Date(Date.now() + 1_000).toISOString());
    expect((await tasks()).map(({ code, state }) => [code, state])).toEqual([['STRATEGY_CONSIDERED', 'done']]);
  });

  test('somebody who is matched afterwards is owed it no second time', async () => {
    const { row } = await enquiry.answer([{ text: 'Seen at the station.' }]);
    await look([row]);
    const matched = newId();
    enquiry.factsAre({ child: { personId: matched, formerIds: [enquiry.personId] } });
    await look([row]);
    expect(await rows('obligation')).toHaveLength(1);
  });
});
