import type { IntakeFacts, PersonFacts } from '@mash/contracts';
import { PersonFactsRecordedV1 } from '@mash/contracts';
import { people } from '@mash/testing';
import { aChild, aMother } from '../../../testing/a-contact';
import { recordAContact } from '../../../testing/record-a-contact';
import { screenWith } from '../../../testing/screen-with';
import { startIntake } from '../../../testing/start-intake';
import type { Intake } from '../../../testing/start-intake';

describe('The facts that the sharing decision asks for', () => {
  let intake: Intake;
  let enquiryId: string;
  beforeAll(async () => {
    intake = await startIntake();
    const child = aChild({ nhsNumber: '9434765919', address: { lines: '9 Marsh Lane', postcode: 'ZZ9 9ZZ' } });
    ({ enquiryId } = await recordAContact(intake, { people: [child, aMother()] }));
  });
  afterAll(() => intake.close());

  const facts = async (scopes = ['facts:read'], claims = {}) =>
    intake.asSystem(scopes, claims)('get', `/facts/enquiries/${enquiryId}`);

  test('hold ids, codes and the roster version, and no name of anybody', async () => {
    const answer = await facts();
    expect(answer.body).toMatchObject({
      enquiryId,
      rosterVersion: 1,
      urgent: false,
      referrerKind: 'professional',
      siblingBorn: true,
    });
    expect((answer.body as IntakeFacts).people[0]).toMatchObject({
      kind: 'u13',
      identity: 'possible',
      competence: 'not_assessed',
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/Wren|Maren|Quillfeather|2019|Marsh|ZZ9|9434765919/);
  });

  test('hold what the concern names, in codes, and the sign that it is of a child under 13', async () => {
    const presentingIssues = ['neglect', 'sexual-harm'];
    const told = await recordAContact(intake, { people: [aChild(), aMother()], presentingIssues });
    const { body } = await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${told.enquiryId}`);
    const [child, mother] = (body as IntakeFacts).people;
    expect((body as IntakeFacts).issues).toEqual(presentingIssues);
    expect([child?.sign, mother?.sign]).toEqual(['u13_sexual', undefined]);
    expect(((await facts()).body as IntakeFacts).people[0]).not.toHaveProperty('sign');
  });

  test('say under which record two children have stood, one of them by mistake, and until when', async () => {
    const screen = screenWith(intake);
    const known = await screen.aKnownChild();
    const [twin, child] = [screen.again(known.child, { forenames: 'Bryony' }), screen.again(known.child)];
    const about = await screen.enquiryAbout(twin, child);
    const link = async (mentionId: string) => {
      const { searchId } = await screen.searchFor(about, mentionId);
      return screen.matchAs(about, mentionId, searchId, known.personId, 'same');
    };
    const read = async () =>
      (await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${about}`)).body as IntakeFacts;
    await link(twin.mentionId);
    const onRecord = `/enquiries/${about}/people/${known.personId}/facts`;
    const proven = { saidBy: 'register', parentalResponsibilityProven: true };
    expect((await intake.as(people.analyst)('post', onRecord, proven)).status).toBe(204);
    await screen.post(`/enquiries/${about}/mentions/${twin.mentionId}/unlink`, { reason: 'wrong_person' });
    expect(await read()).not.toHaveProperty('idsOfSeveral');
    await link(child.mentionId);
    const { people: onRoster, idsOfSeveral } = await read();
    const [[linkedFirst], at] = [onRoster.map(({ personId }) => personId), expect.any(String)];
    expect(idsOfSeveral).toEqual([
      {
        id: known.personId,
        stood: [
          { personId: linkedFirst, from: at, until: at, certain: false },
          { personId: known.personId, from: at, certain: true },
        ],
      },
    ]);
    // What was recorded under it in the meantime may have been meant of either.
    expect(onRoster.map((one) => one.parentalResponsibilityProven)).toEqual([false, false]);
    expect((await intake.as(people.analyst)('get', onRecord)).body).toMatchObject({
      standing: { parentalResponsibilityProven: false },
      recorded: [{ ...proven, mayBeOfAnother: true }],
    });
  });

  test('tell the child who was harmed from the child who may have done it, as the contact and then the roster say', async () => {
    const teenager = { year: new Date().getUTCFullYear() - 15, month: 1, day: 1 };
    const [girl, boy] = [aChild(), aChild({ relation: 'ap', forenames: 'Rook', birthDate: teenager })];
    const cousin = aChild({ relation: 'third', forenames: 'Finch', birthDate: teenager });
    const told = await recordAContact(intake, {
      ...{ people: [girl, boy, cousin], presentingIssues: ['sexual-harm'], referrerKind: 'family' },
    });
    const read = async () =>
      (await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${told.enquiryId}`)).body as IntakeFacts;
    expect(await read()).toMatchObject({
      allegedPerpetratorKnown: true,
      people: [{ sign: 'u13_sexual' }, { kind: '13_15', relation: 'ap' }, { relation: 'third' }],
    });
    expect((await read()).people.map(({ sign }) => sign)).toEqual(['u13_sexual', undefined, undefined]);

    const confirm = (expectedVersion: number, boyIs: string, girlIs = 'concern') =>
      intake.as(people.analyst)('post', `/enquiries/${told.enquiryId}/roster`, {
        ...{ expectedVersion, whoElse: 'nobody_else', whoSaysSo: 'the school', added: [] },
        people: [
          { mentionId: girl.mentionId, relation: girlIs, livesInHousehold: 'yes' },
          { mentionId: boy.mentionId, relation: boyIs, livesInHousehold: 'no', side: 'linked_ap' },
          { mentionId: cousin.mentionId, relation: 'third', livesInHousehold: 'no' },
        ],
      });
    // Whom the worry is about has to be said of one of them; nothing changes until it is.
    expect((await confirm(1, 'household', 'household')).body).toMatchObject({
      ...{ code: 'INTAKE.ROSTER_INCOMPLETE' },
      errors: [{ field: 'people.0.relation', code: 'INTAKE.NO_CHILD_OF_CONCERN' }],
    });
    expect((await confirm(1, 'concern')).status).toBe(200);
    const unsaid = await read();
    expect([unsaid.allegedPerpetratorKnown, unsaid.people[0]?.sign]).toEqual([false, undefined]);
    expect((await confirm(2, 'ap')).status).toBe(200);
    expect(await read()).toMatchObject({
      allegedPerpetratorKnown: true,
      people: [{ sign: 'u13_sexual' }, { relation: 'ap', side: 'linked_ap' }, {}],
    });
  });

  test('are for systems with the scope alone, and not across partnerships', async () => {
    expect((await facts(['internal'])).status).toBe(403);
    expect((await intake.as(people.manager)('get', `/facts/enquiries/${enquiryId}`)).status).toBe(403);
    expect((await facts(['facts:read'], { partnership: people.otherAnalyst.partnershipId })).status).toBe(404);
  });

  test('follow what the hub puts on record, newest first, and say who asked', async () => {
    const personId = ((await facts()).body as IntakeFacts).people[0]!.personId;
    const say = (body: object, as: typeof people.analyst = people.analyst) =>
      intake.as(as)('post', `/enquiries/${enquiryId}/people/${personId}/facts`, body);
    expect((await say({ saidBy: 'professional', competence: 'yes', objects: true })).status).toBe(204);
    expect((await say({ saidBy: 'parent', objects: false, dispute: 'open' })).status).toBe(204);
    expect((await say({ saidBy: 'parent' })).status).toBe(400);
    expect((await say({ saidBy: 'parent', objects: true }, people.teacher)).status).toBe(404);
    expect((await say({ saidBy: 'parent', objects: true }, people.contactOfficer)).status).toBe(403);
    expect(((await facts()).body as IntakeFacts).people[0]).toMatchObject({
      competence: 'yes',
      objects: false,
      dispute: 'open',
    });
    // What rests on it elsewhere is decided again: the event says that something newer is there, and not what.
    expect(((await facts()).body as IntakeFacts).statedVersion).toBe(2);
    const announced = await intake.query<{ data: object }>(
      `SELECT envelope -> 'data' AS data FROM (SELECT seq, type, envelope FROM outbox UNION SELECT seq, type, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [PersonFactsRecordedV1.type, enquiryId],
    );
    const at = { recordedAt: expect.any(String) };
    expect(announced.map(({ data }) => data)).toEqual([1, 2].map((version) => ({ enquiryId, version, ...at })));
    const looks = await intake.events('audit.audit-recorded', enquiryId);
    expect(looks.at(-1)?.data).toMatchObject({ action: 'facts.read', actor: { id: 'school-system', kind: 'system' } });
  });

  test('are read by the hub with who judged each and when, and refuse what does not fit', async () => {
    const { people: listed } = (await facts()).body as IntakeFacts;
    const [child, mother] = listed.map(({ personId }) => personId);
    const path = `/enquiries/${enquiryId}/people/${child ?? ''}/facts`;
    const say = (body: object) => intake.as(people.analyst)('post', path, { saidBy: 'professional', ...body });
    const proven = { parentalResponsibilityProven: true, parentId: mother, judgedBy: 'court' };
    expect((await say({ ...proven, saidBy: 'court_order', judgedAt: '2026-01-05T12:00:00.000Z' })).status).toBe(204);
    for (const wrong of [{ judgedAt: '2999-01-01T00:00:00.000Z' }, { parentId: child }, { parentId: enquiryId }]) {
      const refused = await say({ ...proven, ...wrong });
      expect([refused.status, refused.body.code]).toEqual([422, 'INTAKE.FACTS_INVALID']);
    }
    const read = await intake.as(people.analyst)('get', path);
    expect((read.body as PersonFacts).standing).toMatchObject({ kind: 'u13', provenParents: [mother] });
    expect((read.body as PersonFacts).recorded[0]).toMatchObject({
      ...{ judgedBy: 'court', judgedAt: '2026-01-05T12:00:00.000Z', recordedBy: people.analyst.id, parentId: mother },
    });
    for (const as of [people.teacher, people.policeLiaison, people.otherAnalyst])
      expect((await intake.as(as)('get', path)).status).toBe(404);
  });

  test('say which statements about consent came with the contact, and whose side the roster says somebody is on', async () => {
    const child = aChild();
    const mother = aMother();
    const told = await recordAContact(intake, { people: [child, mother] });
    const confirmed = await intake.as(people.analyst)('post', `/enquiries/${told.enquiryId}/roster`, {
      ...{ expectedVersion: 1, whoElse: 'nobody_else', whoSaysSo: 'the school', added: [], referrerSide: 'linked_ap' },
      people: [
        { mentionId: child.mentionId, relation: 'concern', livesInHousehold: 'yes' },
        { mentionId: mother.mentionId, relation: 'household', livesInHousehold: 'yes', side: 'none' },
      ],
    });
    expect(confirmed.body).toMatchObject({ referrerSide: 'linked_ap' });
    const answer = (await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${told.enquiryId}`))
      .body as IntakeFacts;
    expect(answer).toMatchObject({ referrerSide: 'linked_ap', people: [{}, { side: 'none' }] });
    const stated = await intake.events('contact-intake.consent-stated', told.enquiryId);
    expect([...(answer.consentStatementIds ?? [])].sort()).toEqual(
      stated.map(({ data }) => (data as { statementId: string }).statementId).sort(),
    );
  });
});
