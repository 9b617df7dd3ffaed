import {
  DEMO_AGENCIES,
  MOST_ASKED_AT_ONCE,
  newId,
  RequestIssuedV1,
  type AgencyRequests,
  type PlanLine,
  type ResearchPlan,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { registerOf } from '../../testing/agencies';
import { askingWith, type AskingSteps } from '../../testing/asking';
import { startRequests, type Requests } from '../../testing/start-requests';
import { AgencyRegister } from '../agencies/agency-register';

const REFUGE = 'a-refuge';
/** As telling as the refuge; nobody asked it. */
const CLINIC = 'a-clinic';
const KNOWN = '/facts/known-agencies';
const refugeLiaison: PersonActor = { ...people.educationLiaison, id: newId(), agencyId: REFUGE };
const HUB: [string, PersonActor][] = [
  ['another analyst', people.socialWorkAnalyst],
  ['a manager', people.manager],
  ['another manager', people.deputyManager],
];

/** Its name says what it knows: that it was asked is told to who asked, and to whom `sharing` says. */
describe('An agency whose name gives its category away', () => {
  let requests: Requests;
  let ask: AskingSteps;
  let enquiryId: string;
  let childId: string;
  let toRefuge: string;
  let toSchool: string;

  beforeAll(async () => {
    requests = await startRequests();
    const { agencies } = registerOf();
    const refuge = {
      ...agencies[0]!,
      agencyId: REFUGE,
      name: 'The Refuge',
      kind: 'voluntary',
      answersFor: ['education'],
    };
    const clinic = { ...refuge, agencyId: CLINIC, name: 'The Clinic' };
    const revealing = [refuge, clinic].map((one) => ({ ...one, revealsCategory: true }));
    requests.sharing.says('/register/agencies', { agencies: [...agencies, ...revealing] });
    ask = askingWith(requests);
    const enquiry = await ask.aRatedEnquiry();
    ({ enquiryId, childId } = enquiry);
    const [refugeAsked, schoolAsked] = [ask.aRequest([childId], { agencyId: REFUGE }), ask.aRequest([childId])];
    [toRefuge, toSchool] = [refugeAsked.requestId, schoolAsked.requestId];
    expect((await ask.send(enquiryId, ask.aSend(refugeAsked, schoolAsked), people.analyst)).status).toBe(202);
    for (const { lineId } of [...refugeAsked.lines, ...schoolAsked.lines])
      await ask.decideAndWait(enquiryId, lineId, 'PERMIT');
    const given = ask.anAnswer(enquiry.kid, [childId], { complete: false });
    expect((await ask.answer(toRefuge, given, refugeLiaison)).status).toBe(202);
  });
  beforeEach(() => requests.sharing.says(KNOWN, { agencyIds: [] }));
  afterAll(() => requests.close());

  const read = (page: string, as: PersonActor) => requests.as(as)('get', `/enquiries/${enquiryId}/${page}`);
  const listed = async (as: PersonActor) => (await read('requests', as)).body as AgencyRequests;
  const ids = ({ requests: all }: AgencyRequests) => all.map(({ requestId }) => requestId).sort();
  const plannedOf = async (as: PersonActor, of = REFUGE) =>
    ((await read('plan', as)).body as ResearchPlan).lines.filter(({ agencyId }) => agencyId === of);

  test.each(HUB)('shows %s no word of what it would be asked', async (_who, as) => {
    const [line] = (await listed(people.analyst)).requests.find(({ agencyId }) => agencyId === REFUGE)?.lines ?? [];
    expect((await read(`lines/${line?.lineId ?? ''}/question`, people.analyst)).status).toBe(200);
    expect((await read(`lines/${line?.lineId ?? ''}/question`, as)).status).toBe(404);
  });

  test.each(HUB)('is counted for %s, and named in nothing: list, answers, plan', async (_who, as) => {
    const list = await read('requests', as);
    expect(list.text).not.toMatch(/refuge/i);
    expect(ids(list.body as AgencyRequests)).toEqual([toSchool]);
    expect((list.body as AgencyRequests).notNamed).toEqual([
      { requestId: toRefuge, state: 'part_answered', issued: true, late: false },
    ]);
    const answers = await read('answers', as);
    expect([answers.status, answers.body]).toEqual([200, { answers: [] }]);
  });

  test.each(HUB)(
    'reads in the plan of %s as neither asked nor not asked, as does every such agency, and is suggested no more',
    async (_who, as) => {
      const standing = ({ alreadyAsked, suggested, askedNotShown }: PlanLine) => [
        alreadyAsked,
        suggested,
        askedNotShown,
      ];
      for (const agencyId of [REFUGE, CLINIC]) {
        const planned = await plannedOf(as, agencyId);
        expect(planned.length).toBeGreaterThan(0);
        expect(planned.map(standing)).toEqual(planned.map(() => [false, false, true]));
      }
      const ofSchool = await plannedOf(as, DEMO_AGENCIES.education);
      expect(ofSchool.map(({ askedNotShown }) => askedNotShown)).toEqual(ofSchool.map(() => undefined));
      expect(ofSchool.some(({ suggested }) => suggested)).toBe(true);
    },
  );

  test.each(HUB)(
    'is not asked a second time by %s, who is refused the same whether it was asked or not',
    async (_who, as) => {
      const sentTo = (agencyId: string) => ask.send(enquiryId, ask.aSend(ask.aRequest([childId], { agencyId })), as);
      const before = await requests.query('SELECT 1 FROM request WHERE enquiry_id = $1', [enquiryId]);
      const [asked, notAsked] = [await sentTo(REFUGE), await sentTo(CLINIC)];
      expect([asked.status, asked.body.code]).toEqual([409, 'REQUESTS.ASKED_NOT_SHOWN']);
      expect(asked.text).not.toMatch(/refuge/i);
      expect({ ...notAsked.body, traceId: '' }).toEqual({ ...asked.body, traceId: '' });
      const underItsId = ask.aSend(ask.aRequest([childId], { requestId: toRefuge }));
      const taken = await ask.send(enquiryId, underItsId, as);
      expect([taken.status, taken.body.code]).toEqual([409, 'REQUESTS.ID_TAKEN']);
      expect(taken.text).not.toMatch(/refuge/i);
      expect(await requests.query('SELECT 1 FROM request WHERE enquiry_id = $1', [enquiryId])).toHaveLength(
        before.length,
      );
    },
  );

  test.each(HUB)(
    'cannot be chased by %s: the request reads as one that is not there, and the attempt is on record',
    async (_who, as) => {
      const chase = (id: string) => requests.as(as)('post', `/requests/${id}/chase`);
      const missing = newId();
      const [known, unknown] = [await chase(toRefuge), await chase(missing)];
      expect([known.status, { ...known.body, traceId: '' }]).toEqual([404, { ...unknown.body, traceId: '' }]);
      const refused = await requests.query(
        `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS entry
        WHERE envelope -> 'data' ->> 'action' = 'request.chase' AND envelope -> 'data' ->> 'outcome' = 'refused'
          AND envelope -> 'data' -> 'subject' ->> 'id' = $1 AND envelope -> 'data' -> 'actor' ->> 'id' = $2`,
        [toRefuge, as.id],
      );
      expect(refused).toHaveLength(1);
    },
  );

  test('is named to who asked it, with its answers, and can be chased by them', async () => {
    const list = await listed(people.analyst);
    expect([ids(list), list.notNamed]).toEqual([[toRefuge, toSchool].sort(), []]);
    expect((await read('answers', people.analyst)).body.answers).toMatchObject([{ agencyId: REFUGE }]);
    const planned = await plannedOf(people.analyst);
    expect(planned.some(({ alreadyAsked }) => alreadyAsked)).toBe(true);
    expect((await plannedOf(people.analyst, CLINIC)).every(({ suggested }) => suggested)).toBe(true);
    expect((await requests.as(people.analyst)('post', `/requests/${toRefuge}/chase`)).status).toBe(204);
  });

  test('is named to whom sharing says, who is asked of the refuge alone', async () => {
    requests.sharing.says(KNOWN, { agencyIds: [REFUGE] });
    const list = await listed(people.manager);
    expect([ids(list), list.notNamed]).toEqual([[toRefuge, toSchool].sort(), []]);
    expect((await read('answers', people.manager)).body.answers).toMatchObject([{ agencyId: REFUGE }]);
  });

  test.each([503, 404])(
    'is named to nobody else while sharing answers %d; the others are listed all the same',
    async (status) => {
      requests.sharing.says(KNOWN, { code: 'NOT_NOW' }, status);
      const list = await listed(people.manager);
      expect([ids(list), list.notNamed.length]).toEqual([[toSchool], 1]);
      expect(ids(await listed(people.analyst))).toHaveLength(2);
    },
  );

  test('is named to none of those who see no requests at all', async () => {
    requests.sharing.says(KNOWN, { agencyIds: [REFUGE] });
    const others = [people.contactOfficer, people.igOfficer, people.auditor, people.teacher, people.otherAnalyst];
    for (const as of [...others, people.policeLiaison])
      for (const page of ['requests', 'answers', 'plan']) expect((await read(page, as)).status).toBe(404);
    expect(JSON.stringify(await ask.worklist(people.policeLiaison))).not.toMatch(/refuge/i);
    expect((await ask.worklist(refugeLiaison)).map(({ requestId }) => requestId)).toEqual([toRefuge]);
  });

  test('is announced as one that no list may name; what was asked before it was known whether it may, too', async () => {
    const announced = await requests.events<RequestIssuedV1['data']>(RequestIssuedV1, enquiryId);
    const byAgency = announced.map(({ data }) => [data.agencyId, data.mayBeNamed]);
    expect(Object.fromEntries(byAgency)).toEqual({ [REFUGE]: false, [DEMO_AGENCIES.education]: true });
    await requests.query('UPDATE request SET may_be_named = DEFAULT WHERE request_id = $1', [toSchool]);
    expect((await listed(people.manager)).notNamed).toHaveLength(2);
    requests.sharing.says(KNOWN, { agencyIds: [DEMO_AGENCIES.education] });
    expect(ids(await listed(people.manager))).toEqual([toSchool]);
  });

  describe('in the register of today', () => {
    const registerIs = (reveals: boolean): void => {
      const { agencies } = registerOf();
      const isSchool = (agencyId: string) => agencyId === DEMO_AGENCIES.education;
      const said = agencies.map((one) => ({ ...one, revealsCategory: reveals && isSchool(one.agencyId) }));
      jest.spyOn(requests.app.get(AgencyRegister), 'atHand').mockResolvedValue(said);
    };
    const keptOpen = (mayBeNamed: boolean) =>
      requests.query('UPDATE request SET may_be_named = $2 WHERE request_id = $1', [toSchool, mayBeNamed]);
    beforeEach(() => keptOpen(true));
    afterEach(() => jest.restoreAllMocks());

    test('is closed from then on, though its name was an open one when it was asked; to who asked it is still named', async () => {
      registerIs(true);
      const list = await read('requests', people.manager);
      expect([(list.body as AgencyRequests).requests, (list.body as AgencyRequests).notNamed.length]).toEqual([[], 2]);
      expect(list.text).not.toContain(DEMO_AGENCIES.education);
      expect(ids(await listed(people.analyst))).toEqual([toRefuge, toSchool].sort());
    });

    test('is not opened by the register alone: what was closed when it was asked stays so until sharing says', async () => {
      registerIs(false);
      await keptOpen(false);
      expect(ids(await listed(people.manager))).toEqual([]);
      await keptOpen(true);
      expect(ids(await listed(people.manager))).toEqual([toSchool]);
    });
  });

  test('is asked about in portions, where an enquiry has more questions than one call takes', async () => {
    await requests.query(
      `INSERT INTO request_line (line_id, request_id, person_id, category, existence_only, need, state)
        SELECT gen_random_uuid(), $1, gen_random_uuid(), 'education-attendance', false, 'yes', 'issued' FROM generate_series(1, $2::int)`,
      [toRefuge, MOST_ASKED_AT_ONCE],
    );
    requests.sharing.says(KNOWN, { agencyIds: [REFUGE] });
    const before = requests.sharing.asked.filter((path) => path === KNOWN).length;
    expect(ids(await listed(people.manager))).toEqual([toRefuge, toSchool].sort());
    expect(requests.sharing.asked.filter((path) => path === KNOWN)).toHaveLength(before + 2);
    for (const page of ['plan', 'answers']) expect((await read(page, people.manager)).status).toBe(200);
  });
});
