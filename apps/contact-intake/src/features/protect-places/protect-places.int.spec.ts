import { DEMO_PARTNERSHIP, EnquiryErasedV1, newId } from '@mash/contracts';
import type { ContactDetail, IntakeFacts, MentionedPerson, ProtectedPlace, Roster } from '@mash/contracts';
import { people } from '@mash/testing';
import { aChild, aMother } from '../../../testing/a-contact';
import { aSealedReason } from '../../../testing/a-sealed-reason';
import { screenWith, type ScreeningSteps } from '../../../testing/screen-with';
import { startIntake, type Intake } from '../../../testing/start-intake';
import { EraseOurPartWhenEnquiryIsErased } from '../../reactions/erase-our-part-when-enquiry-is-erased.reaction';

jest.setTimeout(60_000);

const PLACES = { address: { lines: '7 Old Harbour Street', postcode: 'ZE1 0AA' }, school: 'Harbour Academy' } as const;
const OF_PLACES = { ...PLACES, gp: 'Harbour Surgery' } as const;

describe('A place that must be kept secret', () => {
  let intake: Intake;
  let screen: ScreeningSteps;
  beforeAll(async () => {
    intake = await startIntake();
    screen = screenWith(intake);
  });
  afterAll(() => intake.close());

  const aFamily = (): MentionedPerson => ({ ...screen.aFamily(), ...OF_PLACES });
  const pathOf = (enquiryId: string, mentionId: string, what: string) =>
    `/enquiries/${enquiryId}/mentions/${mentionId}/${what}`;
  const protect = (
    enquiryId: string,
    mentionId: string,
    places: ProtectedPlace[],
    as: typeof people.analyst = people.analyst,
  ) => screen.post(pathOf(enquiryId, mentionId, 'protect-places'), { places }, as);
  const factsOf = async (enquiryId: string) =>
    (await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${enquiryId}`)).body as IntakeFacts;
  const inIndex = async (personId: string) => {
    const sql = 'SELECT address_lines, postcode, school, gp FROM person WHERE person_id = $1';
    return Object.values((await intake.query<Record<string, unknown>>(sql, [personId]))[0] ?? {});
  };
  const actionsOf = async (enquiryId: string) =>
    (await intake.events<{ action: string }>('audit.audit-recorded', enquiryId)).map(({ data }) => data.action);

  /** A child whom the index knows with every place, found to be the one of a new enquiry that says none. */
  const aMatchedChild = async () => {
    const family = aFamily();
    const known = await screen.aKnownChild(family);
    const child = screen.again(family, { address: undefined, school: undefined, gp: undefined });
    const enquiryId = await screen.enquiryAbout(child);
    const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
    await screen.matchAs(enquiryId, child.mentionId, searchId, known.personId, 'same');
    return { ...known, earlier: known.enquiryId, enquiryId, mentionId: child.mentionId, family };
  };

  test('is marked by the hub after the contact: it leaves the index, every view of it, and the roster has a new version', async () => {
    const { enquiryId, earlier, mentionId, personId } = await aMatchedChild();
    expect((await screen.rosterOf(enquiryId)).people[0]).toMatchObject({ ...PLACES, addressProtected: false });

    const answer = await protect(enquiryId, mentionId, ['address']);
    expect([answer.status, (answer.body as Roster).version]).toEqual([200, 3]);
    for (const one of [enquiryId, earlier]) {
      const roster = await screen.rosterOf(one);
      expect(roster.people[0]).toMatchObject({ addressProtected: true, protectedPlaces: ['address'] });
      expect(JSON.stringify(roster)).not.toContain('Harbour');
      expect((await factsOf(one)).people[0]?.protected).toEqual(['address']);
    }
    expect(await inIndex(personId)).toEqual([null, null, null, null]);
    expect(await screen.lastRoster(enquiryId)).toMatchObject({ version: 3 });
    expect(await actionsOf(enquiryId)).toContain('person.protect-places');
  });

  test('is not told by what somebody typed beside the people either; confirmed again from the page, those words stay as they were', async () => {
    const told = 'the head of Harbour Academy';
    const mother = aMother({ parentalResponsibility: 'yes', parentalResponsibilityKnownHow: `Seen by ${told}` });
    const child = aChild({ ...OF_PLACES, relationship: `pupil of ${told}`, whoSaysSo: told });
    const enquiryId = await screen.enquiryAbout(child, mother);
    const before = await screen.rosterOf(enquiryId);
    expect(JSON.stringify(before)).toContain(`Seen by ${told}`);
    await protect(enquiryId, child.mentionId, ['school']);
    const masked = await screen.rosterOf(enquiryId);
    const contact = (await intake.as(people.analyst)('get', `/enquiries/${enquiryId}/contact`)).body as ContactDetail;
    for (const view of [masked, contact]) {
      expect(JSON.stringify(view)).not.toContain('Harbour');
      expect(JSON.stringify(view)).toContain('Seen by the head of [left out: a protected place]');
    }
    const asked = masked.people.map((one) => ({
      ...{ mentionId: one.mentionId, relation: one.relation, relationship: one.relationship },
      ...{ livesInHousehold: 'yes', parentalResponsibilityKnownHow: one.parentalResponsibilityKnownHow },
    }));
    const confirmed = { expectedVersion: masked.version, whoElse: 'nobody_else', whoSaysSo: told, added: [] };
    const path = `/enquiries/${enquiryId}/roster`;
    expect((await screen.post(path, { ...confirmed, people: asked })).status).toBe(200);
    expect(JSON.stringify(await screen.rosterOf(enquiryId))).not.toContain('Harbour');
    expect(
      await intake.query(
        'SELECT relationship, parental_responsibility_known_how AS how FROM mention WHERE enquiry_id = $1 ORDER BY relation',
        [enquiryId],
      ),
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ relationship: `pupil of ${told}` }),
        expect.objectContaining({ how: `Seen by ${told}` }),
      ]),
    );
  });

  test('is not shown in the contact that said it, finds nobody, and is found by nobody', async () => {
    const { earlier, enquiryId, mentionId, personId, family } = await aMatchedChild();
    await protect(enquiryId, mentionId, ['surgery']);
    const contact = await intake.as(people.analyst)('get', `/enquiries/${earlier}/contact`);
    expect((contact.body as ContactDetail).people?.[0]).toMatchObject({ addressProtected: true });
    expect(JSON.stringify(contact.body)).not.toContain('Harbour');
    const third = await screen.enquiryAbout(aChild({ forenames: 'Zebedee', surname: 'Unlike' }));
    const by = (asked: object) => screen.post('/people/search', { enquiryId: third, ...asked });
    const { surname, forenames } = family;
    const found = async (asked: object) => JSON.stringify((await by(asked)).body);
    expect(await found({ surname, postcode: 'ZE1 0AA' })).not.toContain(personId);
    const byName = await found({ surname, forenames });
    expect(byName).toContain(personId);
    expect(byName).not.toContain('Harbour');
  });

  test('said twice is said once; it only adds', async () => {
    const { enquiryId, mentionId } = await aMatchedChild();
    const versions: number[] = [];
    for (const places of [['school'], ['school'], ['address', 'school']] as ProtectedPlace[][])
      versions.push(((await protect(enquiryId, mentionId, places)).body as Roster).version);
    expect(versions).toEqual([3, 3, 4]);
    expect((await factsOf(enquiryId)).people[0]?.protected).toEqual(['address', 'school']);
  });

  test('holds for the household, and stays with the mention where a link is taken back', async () => {
    const { enquiryId, mentionId } = await aMatchedChild();
    await protect(enquiryId, mentionId, ['address']);
    await screen.post(pathOf(enquiryId, mentionId, 'unlink'), { reason: 'wrong_person' });
    expect((await screen.rosterOf(enquiryId)).people[0]).toMatchObject({ protectedPlaces: ['address'] });

    const [child, mother] = [{ ...aFamily(), livesInHousehold: 'yes' as const }, aMother({ livesInHousehold: 'yes' })];
    const home = await screen.enquiryAbout(child, mother);
    await protect(home, mother.mentionId, ['address']);
    const [ofChild] = (await screen.rosterOf(home)).people;
    expect(ofChild).toMatchObject({ addressProtected: true });
    expect(ofChild?.protectedPlaces).toBeUndefined();
    expect(JSON.stringify(ofChild)).not.toContain('Harbour');
  });

  test('is said with the household too, of those on the roster and of those who are added', async () => {
    const child = aFamily();
    const enquiryId = await screen.enquiryAbout(child);
    const sibling = aChild({ forenames: 'Robin', surname: 'Unlikely', schoolProtected: true, relation: 'household' });
    const answer = await screen.post(`/enquiries/${enquiryId}/roster`, {
      ...{ expectedVersion: 1, whoElse: 'added', whoSaysSo: 'the mother', added: [sibling] },
      people: [
        {
          ...{ mentionId: child.mentionId, relation: 'concern', livesInHousehold: 'no' },
          protectedPlaces: ['address', 'surgery'],
        },
      ],
    });
    expect(answer.status).toBe(200);
    const { people: listed, version } = await screen.rosterOf(enquiryId);
    expect(version).toBe(2);
    expect(listed.map(({ protectedPlaces }) => protectedPlaces)).toEqual([['address', 'surgery'], ['school']]);
    expect(await actionsOf(enquiryId)).toContain('person.protect-places');
  });

  test('is nobody’s business who may not see the enquiry, and not marked by who may not screen', async () => {
    const { enquiryId, mentionId } = await aMatchedChild();
    for (const as of [people.teacher, people.policeLiaison, people.igOfficer, people.otherAnalyst])
      expect((await protect(enquiryId, mentionId, ['address'], as)).status).toBe(404);
    expect((await protect(enquiryId, mentionId, ['address'], people.contactOfficer)).status).toBe(403);
    expect((await protect(enquiryId, newId(), ['address'])).status).toBe(404);
    expect((await protect(newId(), mentionId, ['address'])).status).toBe(404);
    expect((await protect(enquiryId, mentionId, [])).status).toBe(400);
    expect((await screen.rosterOf(enquiryId)).version).toBe(2);
  });

  describe('of whoever lives with them', () => {
    const atHome = { livesInHousehold: 'yes' } as const;
    /** A child whom the index knows with every place, and the mother who is said to live there. */
    const aHome = async (ofMother: Partial<MentionedPerson> = atHome) => {
      const [child, mother] = [{ ...aFamily(), ...atHome }, aMother(ofMother)];
      const enquiryId = await screen.enquiryAbout(child, mother);
      const { searchId } = await screen.searchFor(enquiryId, child.mentionId);
      await screen.create(enquiryId, child.mentionId, searchId);
      const personId = (await screen.rosterOf(enquiryId)).people[0]?.personId ?? '';
      return { child, mother, enquiryId, personId };
    };
    /** Another enquiry about the child: what a search by name, and by postcode, says there. */
    const seenFrom = async ({ child, personId }: Awaited<ReturnType<typeof aHome>>, here: Partial<MentionedPerson>) => {
      const said = screen.again(child, { address: undefined, school: undefined, gp: undefined, ...here });
      const second = await screen.enquiryAbout(said);
      const by = { enquiryId: second, surname: child.surname, postcode: 'ZE1 0AA' };
      const byPlace = JSON.stringify((await screen.post('/people/search', by)).body);
      const found = await screen.searchFor(second, said.mentionId);
      await screen.matchAs(second, said.mentionId, found.searchId, personId, 'same');
      const roster = await screen.rosterOf(second);
      return { second, texts: [byPlace, JSON.stringify(found), JSON.stringify(roster)], matched: roster.people[0] };
    };

    test('is hidden with them in a second enquiry too: in its searches, its roster and its facts', async () => {
      const home = await aHome();
      expect((await seenFrom(home, {})).texts.join()).toContain('Harbour');
      const third = await screen.enquiryAbout(aChild({ forenames: 'Zebedee', surname: 'Unlike' }));
      const byPlace = { enquiryId: third, surname: home.child.surname, postcode: 'ZE1 0AA' };
      const foundByPlace = async () => JSON.stringify((await screen.post('/people/search', byPlace)).body);
      expect(await foundByPlace()).toContain(home.personId);

      await protect(home.enquiryId, home.mother.mentionId, ['address']);
      expect(await inIndex(home.personId)).toEqual([null, null, null, null]);
      expect(await foundByPlace()).not.toContain(home.personId);
      for (const here of [{}, OF_PLACES]) {
        const { second, texts, matched } = await seenFrom(home, here);
        // What the second contact itself says of them stands beside what the search found.
        expect((here === OF_PLACES ? [texts[0], texts[2]] : texts).join()).not.toContain('Harbour');
        expect(matched).toMatchObject({ personId: home.personId, addressProtected: true });
        expect((await factsOf(second)).people[0]?.protected).toEqual(['address']);
      }
    });

    test('also where nobody said that they live there, or only later', async () => {
      const unsaid = await screen.enquiryAbout(aFamily(), aMother({ ...atHome, addressProtected: true }));
      expect(await inIndex((await screen.rosterOf(unsaid)).people[0]?.personId ?? '')).toEqual(Array(4).fill(null));
      const home = await aHome({ livesInHousehold: 'no' });
      await protect(home.enquiryId, home.mother.mentionId, ['address']);
      expect(await inIndex(home.personId)).toContain('ZE1 0AA');
      const { version } = await screen.rosterOf(home.enquiryId);
      const answer = await screen.post(`/enquiries/${home.enquiryId}/roster`, {
        ...{ expectedVersion: version, whoElse: 'nobody_else', whoSaysSo: 'the mother', added: [] },
        people: [home.child, home.mother].map(({ mentionId, relation }) => ({ mentionId, relation, ...atHome })),
      });
      expect(answer.status).toBe(200);
      expect(await inIndex(home.personId)).toEqual([null, null, null, null]);
      expect((await seenFrom(home, {})).texts.join()).not.toContain('Harbour');
    });
  });

  describe('once it need not be any more', () => {
    type Kept = Awaited<ReturnType<typeof aMatchedChild>>;
    const aProtectedChild = async (): Promise<Kept> => {
      const kept = await aMatchedChild();
      await protect(kept.enquiryId, kept.mentionId, ['address', 'school']);
      return kept;
    };
    const aClearing = async ({ enquiryId }: Kept, changes: object = {}, as: typeof people.analyst = people.manager) => {
      const ids = { clearingId: newId(), expectedVersion: 3, ...changes };
      const note = { partnershipId: DEMO_PARTNERSHIP, enquiryId, noteId: ids.clearingId, authorId: as.id };
      return { places: ['address'], ...ids, sealedReason: await aSealedReason(note) };
    };
    const clear = (
      { enquiryId, mentionId }: Pick<Kept, 'enquiryId' | 'mentionId'>,
      body: object,
      as: typeof people.analyst = people.manager,
    ) => screen.post(pathOf(enquiryId, mentionId, 'clear-places'), body, as);

    test('is cleared by a manager with a sealed reason, once; the rest stays, and so does who did it', async () => {
      const kept = await aProtectedChild();
      const body = await aClearing(kept);
      for (const _again of [1, 2]) {
        const answer = await clear(kept, body);
        expect([answer.status, (answer.body as Roster).version]).toEqual([200, 4]);
      }
      const [person] = (await screen.rosterOf(kept.enquiryId)).people;
      expect(person).toMatchObject({ addressProtected: true, protectedPlaces: ['school'] });
      const { clearingId, sealedReason } = body;
      const who = { clearedBy: people.manager.id, clearedAt: expect.any(String) as string };
      expect(person?.protectionCleared).toEqual([{ clearingId, places: ['address'], ...who, sealedReason }]);
      expect((await factsOf(kept.enquiryId)).people[0]?.protected).toEqual(['school']);
      expect(await screen.lastRoster(kept.enquiryId)).toMatchObject({ version: 4 });

      const rest = await aClearing(kept, { places: ['school'], expectedVersion: 4 });
      expect((await clear(kept, rest)).status).toBe(200);
      expect((await screen.rosterOf(kept.enquiryId)).people[0]).toMatchObject({ addressProtected: false });
    });

    test('is refused to analysts, on a roster that changed, of what is not marked, and with a reason of something else', async () => {
      const kept = await aProtectedChild();
      const byAnalyst = await clear(kept, await aClearing(kept, {}, people.analyst), people.analyst);
      expect([byAnalyst.status, byAnalyst.body.code]).toEqual([403, 'ENQUIRY.CLEAR_PLACES_NOT_ALLOWED']);
      expect((await clear(kept, await aClearing(kept), people.otherAnalyst)).status).toBe(404);
      expect((await clear(kept, await aClearing(kept), people.teacher)).status).toBe(404);
      const refused = async (body: object): Promise<unknown[]> => {
        const answer = await clear(kept, body);
        return [answer.status, answer.body.code as string];
      };
      expect(await refused(await aClearing(kept, { expectedVersion: 2 }))).toEqual([409, 'INTAKE.ROSTER_CHANGED']);
      expect(await refused(await aClearing(kept, { places: ['surgery'] }))).toEqual([409, 'INTAKE.NOT_PROTECTED']);
      const others = { ...(await aClearing(kept)), clearingId: newId() };
      expect(await refused(others)).toEqual([422, 'SEAL.HEADER_MISMATCH']);
      const { sealedReason: _left, ...silent } = await aClearing(kept);
      expect((await refused(silent))[0]).toBe(400);
      expect((await screen.rosterOf(kept.enquiryId)).version).toBe(3);
    });

    test('is not found again by what another enquiry said, which protects it still', async () => {
      const kept = await aMatchedChild();
      const said = screen.again(kept.family, { ...OF_PLACES, address: { lines: '9 Quiet Lane', postcode: 'ZE3 9XX' } });
      const other = await screen.enquiryAbout(said);
      const { searchId } = await screen.searchFor(other, said.mentionId);
      await screen.matchAs(other, said.mentionId, searchId, kept.personId, 'same');
      const third = await screen.enquiryAbout(aChild({ forenames: 'Zebedee', surname: 'Unlike' }));
      const search = async (asked: object) =>
        JSON.stringify((await screen.post('/people/search', { enquiryId: third, ...asked })).body);
      const asRecorded = '"record":"ZE3 9XX"';
      const byPlace = { surname: kept.family.surname, postcode: 'ZE3 9XX' };
      expect(await search(byPlace)).toContain(asRecorded);
      await protect(other, said.mentionId, ['address']);
      expect((await clear(kept, await aClearing(kept, { expectedVersion: 2 }))).status).toBe(200);
      expect(await search(byPlace)).not.toContain(kept.personId);
      const { surname, forenames } = kept.family;
      const byName = await search({ surname, forenames, postcode: 'ZE3 9XX' });
      expect(byName).toContain(kept.personId);
      expect(byName).not.toContain(asRecorded);
    });

    test('its id is of one clearing alone, and it goes when the enquiry is erased', async () => {
      const [kept, other] = [await aProtectedChild(), await aProtectedChild()];
      const body = await aClearing(kept);
      await clear(kept, body);
      const again = await clear(other, body);
      expect([again.status, again.body.code]).toEqual([409, 'INTAKE.CLEARING_EXISTS']);
      const at = new Date().toISOString();
      const { enquiryId } = kept;
      await intake.app.get(EraseOurPartWhenEnquiryIsErased).handle({
        ...{ id: newId(), type: EnquiryErasedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
        ...{ correlationId: enquiryId, actor: { id: people.igOfficer.id, kind: 'person' } },
        data: { enquiryId, erasureId: newId(), keyIds: [], erasedAt: at },
      });
      expect(await intake.query('SELECT 1 FROM place_clearing WHERE enquiry_id = $1', [enquiryId])).toEqual([]);
    });
  });
});
