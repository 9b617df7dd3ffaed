import {
  DecisionMadeV1,
  DEMO_PARTNERSHIP,
  newId,
  PersonFactsRecordedV1,
  type DecisionFacts,
  type IntakeFacts,
  type ObligationView,
} from '@mash/contracts';
import { MovableClock, people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';
import { LateAnnouncer } from '../features/announce-late-obligation/late-announcer';
import { LookAtTellingAgainWhenAFactChanges } from '../reactions/look-at-telling-again-when-a-fact-changes.reaction';
import { KeptFromFamily } from './kept-from-family';

jest.setTimeout(120_000);

const TUESDAY = '2026-11-24T10:00:00.000Z';
const FRIDAY = '2026-11-27T10:00:00.000Z';
const TUESDAY_AFTER = '2026-12-01T10:00:00.000Z';
type Person = IntakeFacts['people'][number];

describe('Telling the parent', () => {
  const clock = new MovableClock(TUESDAY);
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let sibling: string;
  beforeAll(async () => {
    sharing = await startSharing({ clock });
    await establish(sharing);
  });
  beforeEach(async () => {
    clock.set(TUESDAY);
    enquiry = await AnEnquiry.begin(sharing);
    sibling = newId();
  });
  afterAll(() => sharing.close());

  /** Both children's items are read at section 47: telling their parent is owed for each. */
  const bothRead = async () => {
    factsAre();
    const [first, second] = [
      await enquiry.answer([{ text: 'Seen at the station.' }]),
      await enquiry.answer([{ text: 'Seen at the park.' }], undefined, undefined, undefined, undefined, sibling),
    ];
    await enquiry.released([first.row, second.row]);
  };
  const factsAre = (child: Partial<Person> = {}, decision: Partial<DecisionFacts> = {}) => {
    const both = [{ ...child, personId: enquiry.personId }, { personId: sibling }].map((changes): Person => ({
      ...{ kind: '13_15', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' },
      ...{ parentalResponsibilityProven: true, competence: 'not_assessed', protected: [], ...changes },
    }));
    enquiry.factsAre({ intake: { people: both }, decision });
  };
  const tellings = async () => {
    const { body } = await sharing.as(people.analyst)('get', `/enquiries/${enquiry.enquiryId}/obligations`);
    const all = (body as { obligations: ObligationView[] }).obligations.filter(({ code }) => code === 'INFORM_PARENT');
    const of = (personId: string) => all.find((one) => one.personId === personId);
    return { all, child: of(enquiry.personId), other: of(sibling) };
  };
  const tell = async (task: ObligationView | undefined, its: object = {}) => {
    const stepId = newId();
    const as = people.analyst;
    const ids = { partnershipId: DEMO_PARTNERSHIP, enquiryId: enquiry.enquiryId, noteId: stepId, authorId: as.id };
    const note = { content: { words: 'I rang her mother.' }, by: as.id };
    const sealedNote = await enquiry.seal<'note'>({ typ: 'note', version: 1, ...ids }, note);
    const body = { stepId, outcome: 'done', sealedNote, ...its };
    const answer = await sharing.as(as)('post', `/obligations/${task?.obligationId ?? newId()}/complete`, body);
    return [answer.status, (answer.body as { code?: string }).code];
  };
  const hear = (type: string, data: object) =>
    ({
      ...{ id: newId(), type, version: 1, occurredAt: TUESDAY, partnershipId: DEMO_PARTNERSHIP },
      ...{ correlationId: enquiry.enquiryId, actor: { id: 'decision', kind: 'system' } },
      data: { enquiryId: enquiry.enquiryId, ...data },
    }) as never;
  const reaction = () => sharing.app.get(LookAtTellingAgainWhenAFactChanges);
  const decided = () => reaction().decided(hear(DecisionMadeV1.type, {}));
  const recorded = () => reaction().factsRecorded(hear(PersonFactsRecordedV1.type, { version: 1 }));
  const saidToBeLate = async () => {
    await sharing.app.get(LateAnnouncer).announceAll();
    const late = `SELECT person_id AS "personId" FROM obligation WHERE enquiry_id = $1 AND late_announced_at IS NOT NULL`;
    const rows = await sharing.query<{ personId: string }>(late, [enquiry.enquiryId]);
    return rows.map(({ personId }) => personId);
  };

  test('is done for one child by the one who told, and stays owed for the other', async () => {
    await bothRead();
    const { child, other } = await tellings();
    expect([child?.cautions, other?.state]).toEqual([undefined, 'open']);
    expect(await tell(child)).toEqual([204, undefined]);
    expect((await tellings()).other).toMatchObject({ state: 'open', mayComplete: true });
  });

  test('waits, where a decision is heard of before its enquiry: what it says of telling is not passed over', async () => {
    const unheard = { enquiryId: newId() };
    await expect(reaction().decided(hear(DecisionMadeV1.type, unheard))).rejects.toMatchObject({
      code: 'ENQUIRY_NOT_SEEN_YET',
    });
  });

  test('keeps from the family what the contact asks to keep, and somebody says that they did', async () => {
    await bothRead();
    enquiry.concernAsks({
      keepFromFamily: { answer: 'yes', what: 'That his teacher told you', why: 'He would be beaten' },
    });
    const { all, child } = await tellings();
    expect(all.map(({ cautions, state }) => [state, cautions])).toEqual([
      ['open', ['keep_from_family']],
      ['open', ['keep_from_family']],
    ]);
    expect(JSON.stringify(all)).not.toMatch(/teacher|beaten/);
    expect(await tell(child)).toEqual([422, 'SHARING.KEEP_FROM_FAMILY']);
    expect((await tellings()).child).toMatchObject({ state: 'open' });
    expect(await tell(child, { outcome: 'ground', ground: 'NS_HARM' })).toEqual([204, undefined]);
    expect(await tell(child, { keptFromFamily: true })).toEqual([204, undefined]);
  });

  test.each([
    ['said that there is nothing to keep', { keepFromFamily: { answer: 'no' } }, undefined],
    ['does not know of anything', { keepFromFamily: { answer: 'not_known' } }, undefined],
    [
      'came from a system, with words and no answer',
      { keepFromFamily: { what: 'Who told you' } },
      ['keep_from_family'],
    ],
  ])('where whoever told %s', async (_what, more, cautions) => {
    await bothRead();
    enquiry.concernAsks(more);
    expect((await tellings()).child?.cautions).toEqual(cautions);
  });

  test('says so where the concern cannot be read, and is not done blindly', async () => {
    await bothRead();
    sharing.others.asked.delete(`/contact-intake/facts/contacts/${enquiry.contactId}`);
    const { child } = await tellings();
    expect(child).toMatchObject({ state: 'open', cautions: ['concern_unread'] });
    expect(await tell(child)).toEqual([422, 'SHARING.KEEP_FROM_FAMILY']);
  });

  test('waits for everybody while the decision says that it is not safe, and begins again with another decision', async () => {
    await bothRead();
    factsAre({}, { whoTellsFamily: 'not_safe_to_tell' });
    await decided();
    clock.set(FRIDAY);
    expect(await saidToBeLate()).toEqual([]);
    const { all, child } = await tellings();
    for (const one of all)
      expect(one).toMatchObject({ state: 'waiting', waitsFor: 'HOLD', late: false, cautions: ['not_safe_to_tell'] });
    expect(await tell(child)).toEqual([409, 'SHARING.ON_HOLD']);
    factsAre({}, { whoTellsFamily: 'hub' });
    await decided();
    expect((await tellings()).all).toMatchObject([
      { state: 'open', late: false, dueAt: TUESDAY_AFTER },
      { state: 'open', late: false, dueAt: TUESDAY_AFTER },
    ]);
  });

  test('waits for a child of 13 or over who objects, and for nobody else; when they object no more, it begins', async () => {
    await bothRead();
    factsAre({ objects: true });
    await recorded();
    clock.set(FRIDAY);
    expect(await saidToBeLate()).toEqual([sibling]);
    const { child, other } = await tellings();
    expect(child).toMatchObject({ state: 'waiting', late: false, cautions: ['child_objects'], mayComplete: false });
    expect(other).toMatchObject({ state: 'open', late: true });
    expect(await tell(child, { keptFromFamily: true })).toEqual([409, 'SHARING.ON_HOLD']);
    expect(await tell(other)).toEqual([204, undefined]);
    factsAre({ objects: false });
    await recorded();
    expect((await tellings()).child).toMatchObject({ state: 'open', late: false, dueAt: TUESDAY_AFTER });
  });

  test.each<[string, Partial<Person>, string]>([
    ['was found not to be able to judge', { objects: true, competence: 'no' }, 'open'],
    ['is under 13: their wishes are recorded, and do not stand in the way', { objects: true, kind: 'u13' }, 'open'],
    ['is 17', { objects: true, kind: '16_17' }, 'waiting'],
    ['is of an age that nobody knows', { objects: true, kind: 'unknown' }, 'waiting'],
    [
      'objected more than six months ago: they are asked again, and it is not read as gone',
      { objects: true, stated: [{ fact: 'objects', by: 'x', at: '2026-05-01T10:00:00.000Z' }] },
      'waiting',
    ],
    [
      'was found not to be able to judge so long ago that it counts no longer',
      { objects: true, competence: 'no', stated: [{ fact: 'competence', by: 'x', at: '2026-05-01T10:00:00.000Z' }] },
      'waiting',
    ],
  ])('of a child who %s', async (_what, child, state) => {
    await bothRead();
    factsAre(child);
    expect((await tellings()).child?.state).toBe(state);
  });

  test('is kept on hold by an answer that comes while somebody looks whether it still is', async () => {
    await bothRead();
    const held = await enquiry.accepted({ text: 'Do not ring.', facts: { flags: ['do_not_alert'] } });
    const cleared = { says: 'telling_cleared' } as const;
    expect((await tellings()).child).toMatchObject({ state: 'waiting' });
    const kept = sharing.app.get(KeptFromFamily);
    const really = kept.of.bind(kept);
    // What is looked at was read before; the answer is accepted, and holds telling, before the look is over.
    const meanwhile = jest.spyOn(kept, 'of').mockImplementationOnce(async (...its) => {
      await enquiry.accepted({ text: 'Nor write.', facts: { flags: ['do_not_alert'] } });
      return really(...its);
    });
    await new AHolder(sharing, enquiry).states(held.itemIds[0] ?? '', { facts: cleared });
    meanwhile.mockRestore();
    const mine = (await sharing.as(people.analyst)('get', '/obligations')).body as { obligations: ObligationView[] };
    const ofEnquiry = mine.obligations.filter(
      ({ enquiryId, code }) => enquiryId === enquiry.enquiryId && code === 'INFORM_PARENT',
    );
    expect(ofEnquiry.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect((await tellings()).child).toMatchObject({ state: 'waiting' });
  });

  test('that an agency holds by "do not alert" is asked of that agency, with a day, though no letter waits; once cleared nobody is asked', async () => {
    const { itemIds } = await enquiry.accepted({ text: 'An arrest is planned.', facts: { flags: ['do_not_alert'] } });
    const [itemId = ''] = itemIds;
    await bothRead();
    await tellings();
    await tellings();
    const asked = () =>
      sharing.query<{ releaser: string; state: string; dueAt: Date }>(
        `SELECT r.releaser_agency_id AS releaser, r.state, o.due_at AS "dueAt" FROM review r JOIN sharing_decision d USING (sharing_decision_id)
           JOIN obligation o USING (sharing_decision_id)
          WHERE d.enquiry_id = $1 AND d.audience = 'parent' AND o.code = 'HOLD_TELLING' AND o.done_at IS NULL`,
        [enquiry.enquiryId],
      );
    expect(await asked()).toMatchObject([
      { releaser: people.policeLiaison.agencyId, state: 'open', dueAt: new Date(TUESDAY_AFTER) },
    ]);
    const police = new AHolder(sharing, enquiry);
    expect((await police.states(itemId, { facts: { says: 'telling_held' } })).status).toBe(204);
    await tellings();
    expect(await asked()).toMatchObject([{ state: 'superseded' }]);
    await police.states(itemId, { facts: { says: 'telling_cleared' } });
    await tellings();
    expect(await asked()).toEqual([]);
    const open = `SELECT 1 FROM review WHERE enquiry_id = $1 AND state = 'open'`;
    expect(await sharing.query(open, [enquiry.enquiryId])).toEqual([]);
  });
});
