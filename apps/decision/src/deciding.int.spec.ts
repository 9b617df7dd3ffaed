import { DEMO_AGENCIES, DEMO_PARTNERSHIP, newId, NOT_NAMED_AGENCY } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import type { DecisionService } from '../testing/decision-service';
import { sealedDecision } from '../testing/sealed';
import { TUESDAY, withEnquiries } from '../testing/with-enquiries';
import { OpenNames } from './features/learn-agencies/open-names';

describe('Deciding', () => {
  let hub: DecisionService;
  const { view, seen, anEnquiry, rate, decide, aDecision } = withEnquiries((service) => (hub = service));

  /** What the register says of the health trust: whether its name gives away what it knows. */
  const registerIs = ({ reveals }: { reveals: boolean }): void => {
    const health = { agencyId: DEMO_AGENCIES.health, name: 'Health', kind: 'health', bound: true, answersFor: [] };
    hub.service.app.get(OpenNames).keep(DEMO_PARTNERSHIP, [{ ...health, revealsCategory: reveals }]);
  };

  test('needs an outcome for every child of the roster that is named, from a manager', async () => {
    const story = await anEnquiry();
    await rate(story);
    expect(await decide(story, {}, people.socialWorkAnalyst)).toMatchObject({
      status: 403,
      body: { code: 'ENQUIRY.DECIDE_NOT_ALLOWED' },
    });
    await story.rosterChanged({
      version: 2,
      confirmed: true,
      mentions: [story.mention(story.child), story.mention(story.sibling), story.mention(newId(), 'adult')],
    });
    await seen(story, { rosterVersion: 2 });
    expect(await decide(story)).toMatchObject({ status: 409, body: { code: 'DECISION.ROSTER_CHANGED' } });
    expect(await decide(story, { rosterVersion: 2 })).toMatchObject({
      status: 422,
      body: { code: 'DECISION.CHILD_WITHOUT_OUTCOME' },
    });
    const outcomes = [story.child, story.sibling].map((personId) => ({
      personId,
      outcome: 'social_care_assessment',
    }));
    expect((await decide(story, { rosterVersion: 2, outcomes })).status).toBe(201);
    expect(await hub.announced(story.enquiryId, 'decision.decision-made')).toHaveLength(1);
  });

  test('without an answer takes a confirmation for each silence', async () => {
    const story = await anEnquiry();
    await rate(story);
    await story.requestIssued();
    await seen(story, { asked: 1, stage: 'with_agencies' });
    expect(await decide(story)).toMatchObject({ status: 422, body: { code: 'DECISION.UNANSWERED_NOT_CONFIRMED' } });
    expect((await decide(story, { unansweredConfirmed: [story.requestId] })).status).toBe(201);
  });

  test('tells the sharing rules who tells the family, as the newest decision has it', async () => {
    const { story } = await aDecision({ whoTellsFamily: 'not_safe_to_tell' });
    const facts = async () => (await hub.askAsSystem(`/facts/enquiries/${story.enquiryId}`)).body as object;
    expect(await facts()).toMatchObject({ whoTellsFamily: 'not_safe_to_tell' });
    expect((await decide(story, { expectedVersion: 1, whoTellsFamily: 'hub' })).status).toBe(201);
    expect(await facts()).toMatchObject({ whoTellsFamily: 'hub' });
  });

  test('is flagged once by an answer that comes late, and again by another household', async () => {
    const story = await anEnquiry();
    await rate(story);
    await story.requestIssued();
    await seen(story, { asked: 1 });
    await decide(story, { unansweredConfirmed: [story.requestId] });
    await story.answerAccepted({ late: true });
    await seen(story, {
      flagged: true,
      nextStep: 'look_again',
      decisions: [{ flags: [{ because: 'late_answer' }] }],
    });
    await story.rosterChanged({ version: 2, confirmed: true });
    await eventually(async () =>
      expect(await hub.announced(story.enquiryId, 'decision.decision-flagged')).toHaveLength(2),
    );
    const again = await decide(story, { expectedVersion: 1, rosterVersion: 2, sealed: await sealedDecision(story) });
    expect(again.status).toBe(201);
    await seen(story, {
      flagged: false,
      decisions: [{ flags: [{ clearedAt: TUESDAY }, { clearedAt: TUESDAY }] }, { version: 2 }],
    });
  });

  test('names no agency beside it any more whose name the register has closed since it was asked', async () => {
    registerIs({ reveals: false });
    const { health } = DEMO_AGENCIES;
    const { story, decisionId } = await aDecision({ agencyViews: [{ agencyId: health, view: 'disagrees' }] });
    await story.requestIssued(health);
    await seen(story, { asked: 1 });
    const dissent = { ground: 'threshold', stage: '1', sealed: await story.note(people.healthLiaison) };
    const path = story.path(`/decisions/${decisionId}/dissents`);
    expect((await hub.post(people.healthLiaison, path, dissent)).status).toBe(201);
    const beside = (agencyId: string) => ({ decisions: [{ agencyViews: [{ agencyId }], dissents: [{ agencyId }] }] });
    expect(await view(story, people.analyst)).toMatchObject(beside(health));
    registerIs({ reveals: true });
    const closed = await view(story, people.analyst);
    expect(closed).toMatchObject(beside(NOT_NAMED_AGENCY));
    expect(JSON.stringify(closed)).not.toContain(health);
    // Who decided wrote down whose view was whose.
    expect(await view(story)).toMatchObject({
      decisions: [{ agencyViews: [{ agencyId: health }], dissents: [{ agencyId: NOT_NAMED_AGENCY }] }],
    });
  });

  test('lets an agency that was asked disagree on record, and no other', async () => {
    registerIs({ reveals: false });
    const { story, decisionId } = await aDecision();
    await story.requestIssued(DEMO_AGENCIES.health);
    await seen(story, { asked: 1 });
    const dissent = async (as = people.healthLiaison, dissentId = newId()) => ({
      ...{ ground: 'threshold', stage: '1', sealed: await story.note(as, dissentId) },
    });
    const path = story.path(`/decisions/${decisionId}/dissents`);
    expect((await hub.post(people.educationLiaison, path, await dissent(people.educationLiaison))).status).toBe(404);
    const { status, body } = await hub.post(people.healthLiaison, path, await dissent());
    expect([status, (body as { dueAt: string }).dueAt]).toEqual([201, '2026-11-25T10:00:00.000Z']);
    await seen(story, { decisions: [{ dissents: [{ ground: 'threshold', agencyId: DEMO_AGENCIES.health }] }] });
    // Pressed twice it is one, also at once; nobody else can take its id.
    const dissentId = newId();
    const same = await dissent(people.healthLiaison, dissentId);
    const pressed = await Promise.all([1, 2, 3].map(() => hub.post(people.healthLiaison, path, same)));
    expect(pressed.map((one) => one.status)).toEqual([201, 201, 201]);
    expect(new Set(pressed.map((one) => (one.body as { dissentId: string }).dissentId)).size).toBe(1);
    await seen(story, { decisions: [{ dissents: [{}, {}] }] });
    expect(await hub.post(people.manager, path, same)).toMatchObject({ status: 422 });
    expect(await hub.post(people.manager, path, await dissent(people.manager, dissentId))).toMatchObject({
      ...{ status: 409, body: { code: 'DECISION.DISSENT_EXISTS' } },
    });
  });
});
