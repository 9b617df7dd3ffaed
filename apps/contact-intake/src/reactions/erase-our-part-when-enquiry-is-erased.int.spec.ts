import {
  ContactRecordedV1,
  DEMO_PARTNERSHIP,
  EnquiryErasedV1,
  IntakePartErasedV1,
  newId,
  RosterChangedV1,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { DataSource } from 'typeorm';
import { aChild, aContact, aMother, sealedWords } from '../../testing/a-contact';
import { recordAContact } from '../../testing/record-a-contact';
import { screenWith, type ScreeningSteps } from '../../testing/screen-with';
import { startIntake, type Intake } from '../../testing/start-intake';
import { EraseOurPartWhenEnquiryIsErased } from './erase-our-part-when-enquiry-is-erased.reaction';

jest.setTimeout(60_000);

describe('Erasing the front door’s part of an enquiry', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake();
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  const erasure = (enquiryId: string, keyIds: string[] = [], heldEnquiryIds: string[] = []): EnquiryErasedV1 => {
    const at = new Date().toISOString();
    return {
      ...{ id: newId(), type: EnquiryErasedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
      ...{ correlationId: enquiryId, actor: { id: people.igOfficer.id, kind: 'person' } },
      data: { enquiryId, erasureId: newId(), keyIds, heldEnquiryIds, erasedAt: at },
    };
  };
  const hear = (event: EnquiryErasedV1) => intake.app.get(EraseOurPartWhenEnquiryIsErased).handle(event);
  /** Every row of every table that holds one of the words: a dump, searched. */
  const tablesWith = async (...words: string[]): Promise<string[]> => {
    const tables = await intake.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables)
      for (const word of words)
        if ((await intake.query(`SELECT 1 FROM ${name} t WHERE t::text ILIKE $1 LIMIT 1`, [`%${word}%`])).length > 0)
          found.push(`${name}: ${word}`);
    return found;
  };

  test('takes away the people, their searches, drafts and mail, and empties the envelope; the reference stays', async () => {
    const child = aChild({ forenames: 'Isolwyn', surname: 'Crabapplegate', nhsNumber: '9434765919' });
    const mother = aMother({ forenames: 'Perpetua', surname: 'Crabapplegate', address: { lines: '4 Gullwing Steps' } });
    const sealedCaller = sealedWords('a-key-of-its');
    const said = { people: [child, mother], sealed: sealedWords('a-key-of-its'), sealedCaller };
    const receipt = await recordAContact(intake, said);
    const { enquiryId, reference } = receipt;
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    await screen.create(enquiryId, child.mentionId, searchId);
    const draftId = newId();
    const draft = { kind: 'contact', sealed: sealedWords('a-key-of-its') };
    expect((await intake.as(people.teacher)('put', `/drafts/${draftId}`, draft)).status).toBeLessThan(300);
    const words = ['Isolwyn', 'Perpetua', 'Crabapplegate', '9434765919', 'Gullwing'];
    expect(await tablesWith(...words)).not.toEqual([]);

    const event = erasure(enquiryId, ['a-key-of-its']);
    await hear(event);
    expect(await tablesWith(...words, 'a-cipher', 'Y2lwaGVydGV4dC1vZi1hLXRlc3Q')).toEqual([]);
    expect(await intake.query('SELECT 1 FROM draft WHERE draft_id = $1', [draftId])).toEqual([]);
    expect(
      await intake.query('SELECT 1 FROM captured_mail m JOIN contact c USING (contact_id) WHERE c.enquiry_id = $1', [
        enquiryId,
      ]),
    ).toEqual([]);
    const [contact] = await intake.query<{ reference: string; envelope: string }>(
      'SELECT reference, envelope FROM contact WHERE enquiry_id = $1',
      [enquiryId],
    );
    expect(contact).toEqual({ reference, envelope: '' });
    for (const path of [`/contacts/${reference}`, `/enquiries/${enquiryId}/contact`])
      expect((await intake.as(people.manager)('get', path)).status).toBe(404);
    expect((await intake.as(people.analyst)('get', `/enquiries/${enquiryId}/roster`)).status).toBe(404);
    expect((await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${enquiryId}`)).status).toBe(404);

    const announced = await intake.events<IntakePartErasedV1['data']>(IntakePartErasedV1.type, enquiryId);
    expect(announced.map(({ data }) => data)).toMatchObject([{ erasureId: event.data.erasureId }]);
    expect(announced[0]?.data.rows).toBeGreaterThan(8);
  });

  test('empties the events that are kept of it: neither what was ticked nor who belongs to it stays in one', async () => {
    const [its, another] = [await recordAContact(intake), await recordAContact(intake)];
    const kept = async (enquiryId: string) => [
      ...(await intake.events<ContactRecordedV1['data']>(ContactRecordedV1.type, enquiryId)).map(
        ({ data }) => data.presentingIssues.length,
      ),
      ...(await intake.events<RosterChangedV1['data']>(RosterChangedV1.type, enquiryId)).map(
        ({ data }) => data.mentions.length,
      ),
    ];
    const before = await kept(its.enquiryId);
    expect(before.every((many) => many > 0)).toBe(true);
    await intake.query(
      `WITH sent AS (DELETE FROM outbox WHERE key = $1 AND type = $2 RETURNING *)
       INSERT INTO outbox_archive (day, cluster_id, seq, id, topic, key, type, version, envelope, traceparent, appended_at)
       SELECT current_date, 'a-cluster', seq, id, topic, key, type, version, envelope, traceparent, appended_at FROM sent`,
      [its.enquiryId, ContactRecordedV1.type],
    );
    await hear(erasure(its.enquiryId));
    expect(await kept(its.enquiryId)).toEqual(before.map(() => 0));
    expect((await kept(another.enquiryId)).every((many) => many > 0)).toBe(true);
    for (const contract of [ContactRecordedV1, RosterChangedV1])
      for (const { data } of await intake.events(contract.type, its.enquiryId))
        expect(contract.data.safeParse(data)).toMatchObject({ success: true });
  });

  test('is done once for one event, and again does nothing for another', async () => {
    const { enquiryId } = await recordAContact(intake);
    const event = erasure(enquiryId);
    await hear(event);
    await hear(event);
    await hear({ ...event, id: newId() });
    const announced = await intake.events<IntakePartErasedV1['data']>(IntakePartErasedV1.type, enquiryId);
    expect(announced.map(({ data }) => data.rows > 0)).toEqual([true, false]);
  });

  test('leaves a person of whom another enquiry speaks, and one with an allocated worker', async () => {
    const known = await screen.aKnownChild(aChild({ forenames: 'Ottoline', surname: 'Brackenbury-Vey' }));
    const again = screen.again(known.child);
    const other = await screen.enquiryAbout(again);
    const { searchId } = await screen.searchFor(other, again.mentionId);
    expect((await screen.matchAs(other, again.mentionId, searchId, known.personId, 'same')).status).toBe(200);
    await hear(erasure(known.enquiryId));
    expect((await screen.rosterOf(other)).people).toMatchObject([{ personId: known.personId, forenames: 'Ottoline' }]);

    const worked = await screen.aKnownChild(aChild({ forenames: 'Lysander', surname: 'Pomfret-Dray' }));
    const rows = [{ personId: worked.personId, workerName: 'Jo Archer', team: 'East', since: '2026-01-05' }];
    const imported = await intake.as(people.admin)('put', '/worker-register', { asOf: new Date().toISOString(), rows });
    expect(imported.status).toBeLessThan(300);
    await hear(erasure(worked.enquiryId));
    const kept = await intake.query<{ forenames: string }>('SELECT forenames FROM person WHERE person_id = $1', [
      worked.personId,
    ]);
    expect(kept).toEqual([{ forenames: 'Lysander' }]);
  });

  test('leaves of a person whom an old search of another enquiry met the id, and no particular', async () => {
    const known = await screen.aKnownChild(aChild({ forenames: 'Septimus', surname: 'Quorndon' }));
    const namesake = screen.again(known.child);
    const other = await screen.enquiryAbout(namesake);
    const { searchId } = await screen.searchFor(other, namesake.mentionId);
    await screen.matchAs(other, namesake.mentionId, searchId, known.personId, 'different');
    await hear(erasure(known.enquiryId));
    const [left] = await intake.query<{ row: Record<string, unknown> }>(
      'SELECT to_jsonb(p) AS row FROM person p WHERE person_id = $1',
      [known.personId],
    );
    const { person_id, partnership_id, kind, created_at, ...particulars } = left?.row ?? {};
    expect([person_id, partnership_id, kind, typeof created_at]).toEqual([
      known.personId,
      DEMO_PARTNERSHIP,
      'child',
      'string',
    ]);
    const said = Object.values(particulars).filter(
      (value) => value !== null && value !== false && JSON.stringify(value) !== '[]',
    );
    expect(said).toEqual([]);
  });

  test('leaves a person whom a search of an enquiry under legal hold met as that search found them, until it goes too', async () => {
    const known = await screen.aKnownChild(aChild({ forenames: 'Philippa', surname: 'Oxenholme' }));
    const namesake = screen.again(known.child);
    const [ruledOut, onlyFound] = [await screen.enquiryAbout(namesake), await screen.enquiryAbout(namesake)];
    const { searchId } = await screen.searchFor(ruledOut, namesake.mentionId);
    await screen.matchAs(ruledOut, namesake.mentionId, searchId, known.personId, 'different');
    await screen.searchFor(onlyFound, namesake.mentionId);
    const forenames = async () =>
      (
        await intake.query<{ forenames: string | null }>('SELECT forenames FROM person WHERE person_id = $1', [
          known.personId,
        ])
      ).map((person) => person.forenames);
    await hear(erasure(known.enquiryId, [], [ruledOut, onlyFound]));
    expect(await forenames()).toEqual(['Philippa']);
    await hear(erasure(ruledOut, [], [onlyFound]));
    expect(await forenames()).toEqual(['Philippa']);
    await hear(erasure(onlyFound));
    expect(await forenames()).toEqual([]);
  });

  test('lets a contact that is sent again make nothing of it anew', async () => {
    const contact = aContact();
    const send = () =>
      intake.as(people.teacher)('post', '/contacts', contact, { 'Idempotency-Key': contact.contactId });
    const first = await send();
    const { enquiryId } = first.body as { enquiryId: string };
    await hear(erasure(enquiryId));
    expect((await send()).status).toBe(409);
    const elsewhere = { 'Idempotency-Key': newId() };
    expect((await intake.as(people.teacher)('post', '/contacts', contact, elsewhere)).status).toBe(409);
    expect(await intake.query('SELECT 1 FROM mention WHERE enquiry_id = $1', [enquiryId])).toEqual([]);
  });

  test('is all that the service may take away: piece by piece it still cannot', async () => {
    const app = intake.app.get(DataSource);
    for (const sql of [
      'DELETE FROM mention',
      'DELETE FROM person',
      "UPDATE contact SET envelope = ''",
      'DELETE FROM erased_enquiry',
    ])
      await expect(app.query(sql)).rejects.toThrow(/permission denied/);
    const [may] = await intake.query<{ public: boolean; app: boolean }>(
      `SELECT has_function_privilege('public', p.oid, 'EXECUTE') AS public, has_function_privilege($1, p.oid, 'EXECUTE') AS app
         FROM pg_proc p WHERE p.proname = 'erase_enquiry'`,
      [intake.appRole],
    );
    expect(may).toEqual({ public: false, app: true });
  });
});
