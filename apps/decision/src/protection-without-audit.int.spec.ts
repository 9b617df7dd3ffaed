import { newId } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { DecisionService } from '../testing/decision-service';
import { sealedNotice } from '../testing/sealed';
import { Story } from '../testing/story';

const TUESDAY = '2026-11-24T10:00:00.000Z';

describe('While audit entries cannot leave', () => {
  let hub: DecisionService;
  beforeAll(async () => {
    hub = await DecisionService.start(TUESDAY);
  }, 60_000);
  afterAll(() => hub.stop());

  test('immediate protection goes through, to its recipient, and no enquiry is shown', async () => {
    const story = new Story(hub, TUESDAY);
    await story.contactRecorded();
    await eventually(async () => expect((await hub.get(people.analyst, story.path())).status).toBe(200));
    await hub.holdAuditBack();
    // Whether entries leave is asked once in a second, so that it may take one to be noticed.
    await eventually(async () =>
      expect(await hub.get(people.analyst, story.path())).toMatchObject({ status: 503, body: { code: 'AUDIT.DOWN' } }),
    );
    const noticeId = newId();
    const sealed = await sealedNotice(story, noticeId);
    const press = { protectionId: newId(), notices: [{ noticeId, team: 'police', sealed }] };
    expect((await hub.post(people.analyst, story.path('/protection'), press)).status).toBe(201);
    expect(await hub.announced(story.enquiryId, 'decision.protection-started')).toHaveLength(1);
    expect((await hub.get(people.policeLiaison, `/notices/${noticeId}`)).status).toBe(200);
    expect((await hub.post(people.policeLiaison, `/notices/${noticeId}/receipt`)).status).toBe(204);
  }, 30_000);
});
