import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, type RouteTeam } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../../../testing/decision-service';
import { Story } from '../../../testing/story';

const TUESDAY = '2026-11-24T10:00:00.000Z';
const { earlyHelp, socialCare, voluntary } = DEMO_AGENCIES;
const elsewhere = (one: PersonActor, last: string): PersonActor => ({
  ...one,
  ...{ id: `0198aaaa-0000-7000-8000-000000000${last}`, agencyId: voluntary },
});
const otherCoordinator = elsewhere(people.earlyHelpCoordinator, '421');
const otherManager = elsewhere(people.socialCareManager, '422');

describe('A case that went to one of several agencies with such a team', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
  }, 60_000);
  afterAll(() => hub.stop());

  const routed = async (outcome: string, team: RouteTeam, toAgencyId: string) => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await story.rosterChanged({ confirmed: true });
    await eventually(async () =>
      expect((await hub.get(people.manager, story.path())).body).toMatchObject({ rosterVersion: 1 }),
    );
    await hub.post(people.manager, story.path('/ratings'), await story.rating());
    const decision = await story.decision({ outcomes: [{ personId: story.child, outcome }] });
    const { decisionId } = (await hub.post(people.manager, story.path('/decisions'), decision)).body as {
      decisionId: string;
    };
    const to = { team, personIds: [story.child], toAgencyId };
    const command = { decisionId, productId: await story.handoverMayGo(to), ...to };
    const { status, body } = await hub.post(people.manager, story.path('/routes'), command);
    expect(status).toBe(201);
    return { story, routeId: (body as { routeId: string }).routeId };
  };
  const listed = async (as: PersonActor) =>
    ((await hub.get(as, '/inbox')).body as { items: { routeId: string }[] }).items.map(({ routeId }) => routeId);
  const look = async (story: Story, { id, roles, agencyId, agencyKind, partnershipId, clearances }: PersonActor) => {
    const actor = { id, roles, agencyId, agencyKind, partnershipId, clearances };
    return (await hub.askAsSystem('/facts/access', { enquiryId: story.enquiryId, actor })).body as object;
  };
  const take = (routeId: string, as: PersonActor) =>
    hub.post(as, `/inbox/${routeId}/accept`, { workerName: 'A worker' });

  test('is in the inbox of that agency, and in no other coordinator’s: they neither find nor take nor see it', async () => {
    const { story, routeId } = await routed('early_help', 'early-help', earlyHelp);
    expect(await listed(people.earlyHelpCoordinator)).toContain(routeId);
    expect(await look(story, people.earlyHelpCoordinator)).toMatchObject({ audience: 'team_eh' });
    expect(await listed(otherCoordinator)).not.toContain(routeId);
    expect((await hub.get(otherCoordinator, `/inbox/${routeId}`)).status).toBe(404);
    expect(await look(story, otherCoordinator)).toMatchObject({ access: 'none', audience: 'outsider' });
    expect((await take(routeId, otherCoordinator)).status).toBe(404);
    expect((await take(routeId, people.earlyHelpCoordinator)).status).toBe(204);
    const [event] = await hub.announced(story.enquiryId, 'decision.case-routed');
    expect(event?.data).toMatchObject({ team: 'early-help', toAgencyId: earlyHelp });
  });

  test('went to the team where the hub did not say to whom, as a route from before', async () => {
    const { routeId } = await routed('early_help', 'early-help', earlyHelp);
    const before = newId();
    await hub.db.query(
      `INSERT INTO route (route_id, decision_id, enquiry_id, partnership_id, team, person_ids, routed_by, routed_at, due_at, state)
         SELECT $2, decision_id, enquiry_id, partnership_id, team, person_ids, routed_by, routed_at, due_at, state FROM route WHERE route_id = $1`,
      [routeId, before],
    );
    for (const as of [people.earlyHelpCoordinator, otherCoordinator]) expect(await listed(as)).toContain(before);
    expect(await listed(otherCoordinator)).not.toContain(routeId);
  });

  test('of social care is read by its own staff and by the body that answers for the duty team', async () => {
    const { story, routeId } = await routed('social_care_assessment', 'social-care', socialCare);
    expect(await listed(people.emergencyDuty)).toContain(routeId);
    expect(await listed(otherManager)).not.toContain(routeId);
    expect(await look(story, otherManager)).toMatchObject({ access: 'none' });
    const answers = `INSERT INTO duty_agency (partnership_id, team, agency_id, agency_kind, learned_at) VALUES ($1, 'emergency-duty', $2, 'council', now())`;
    await hub.db.query(answers, [DEMO_PARTNERSHIP, voluntary]);
    expect(await listed(otherManager)).toContain(routeId);
    expect(await look(story, otherManager)).toMatchObject({ audience: 'team_sc' });
  });

  test('of a service without an inbox is read by the hub that tells it', async () => {
    const { routeId } = await routed('universal', 'universal', DEMO_AGENCIES.school);
    expect(await listed(people.manager)).toContain(routeId);
  });
});
