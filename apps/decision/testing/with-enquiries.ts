import { eventually, people } from '@mash/testing';
import { DecisionService } from './decision-service';
import { Story } from './story';

/** The Tuesday morning on which each test of a `describe` that asks for enquiries begins. */
export const TUESDAY = '2026-11-24T10:00:00.000Z';

/**
 * Of the `describe` that asks for it: the service, on Tuesday morning before each test, and the steps that bring an enquiry as far as a decision.
 *
 * @param given is told of the service before the tests
 */
export function withEnquiries(given: (hub: DecisionService) => void) {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
    given(hub);
  }, 60_000);
  beforeEach(() => hub.clock.set(TUESDAY));
  afterAll(() => hub.stop());

  const view = async (story: Story, as = people.manager) =>
    (await hub.get(as, story.path())).body as never as Record<string, never>;
  const seen = (story: Story, matching: object) =>
    eventually(async () => expect(await view(story)).toMatchObject(matching));
  const anEnquiry = async (receivedAt = TUESDAY) => {
    const story = new Story(hub, receivedAt);
    await story.contactRecorded();
    await story.rosterChanged({ confirmed: true });
    await seen(story, { rosterVersion: 1 });
    return story;
  };
  const rate = async (story: Story, changes: object = {}, as = people.manager) =>
    hub.post(as, story.path('/ratings'), await story.rating({ ...changes }, as));
  const decide = async (story: Story, changes: object = {}, as = people.manager) =>
    hub.post(as, story.path('/decisions'), await story.decision({ ...changes }));
  const aDecision = async (changes: object = {}) => {
    const story = await anEnquiry();
    expect((await rate(story)).status).toBe(201);
    const made = await decide(story, changes);
    expect(made.status).toBe(201);
    return { story, decisionId: (made.body as { decisionId: string }).decisionId };
  };
  return { view, seen, anEnquiry, rate, decide, aDecision };
}
