import { DEMO_AGENCIES, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import type { DecisionService } from '../testing/decision-service';
import { sealedNotice } from '../testing/sealed';
import { Story } from '../testing/story';
import { TUESDAY, withEnquiries } from '../testing/with-enquiries';

const NIGHT = '2026-11-24T23:30:00.000Z';

describe('Protecting', () => {
  let hub: DecisionService;
  const { view, seen, anEnquiry } = withEnquiries((service) => (hub = service));

  describe('immediate protection', () => {
    const press = async (story: Story, teams: readonly string[], as = people.analyst, protectionId = newId()) => {
      const notice = async (team: string) => {
        const noticeId = newId();
        return { noticeId, team, sealed: await sealedNotice(story, noticeId) };
      };
      const notices = await Promise.all(teams.map(notice));
      return {
        answer: await hub.post(as, story.path('/protection'), { protectionId, notices }),
        notices,
        protectionId,
      };
    };

    test('tells police and the emergency duty team at night, unrated and with a blank roster', async () => {
      const story = new Story(hub, NIGHT);
      hub.clock.set(NIGHT);
      await story.contactRecorded();
      await seen(story, { stage: 'new' });
      const { body } = await hub.get(people.analyst, story.path('/protection-recipients'));
      expect(body).toMatchObject({ outOfHours: true, recipients: [{ team: 'police' }, { team: 'emergency-duty' }] });
      const { answer, notices } = await press(story, ['police', 'emergency-duty']);
      expect(answer).toMatchObject({ status: 201, body: { outOfHours: true, reviewBy: '2026-11-26T00:00:00.000Z' } });
      expect(await view(story)).toMatchObject({
        protection: true,
        protections: [{ outOfHours: true, notices: [{}, {}] }],
      });
      const [started] = await hub.announced(story.enquiryId, 'decision.protection-started');
      expect(started?.data).toMatchObject({ outOfHours: true });
      const theirs = await hub.get(people.emergencyDuty, `/notices/${notices[1]!.noticeId}`);
      expect(theirs).toMatchObject({
        status: 200,
        body: { team: 'emergency-duty', receiptDueAt: '2026-11-24T23:45:00.000Z' },
      });
    });

    test('is one press, though it is sent twice', async () => {
      const story = await anEnquiry();
      const protectionId = newId();
      await press(story, ['police'], people.analyst, protectionId);
      expect((await press(story, ['police'], people.analyst, protectionId)).answer.status).toBe(201);
      expect(await hub.announced(story.enquiryId, 'decision.protection-started')).toHaveLength(1);
    });

    test('shows each team its own notices, takes one receipt, and gives team and police their audience', async () => {
      const story = await anEnquiry();
      const { notices } = await press(story, ['police', 'social-care']);
      const [police, socialCare] = notices.map(({ noticeId }) => `/notices/${noticeId}`);
      expect((await hub.get(people.policeLiaison, police!)).status).toBe(200);
      expect((await hub.get(people.policeLiaison, socialCare!)).status).toBe(404);
      expect((await hub.get(people.healthLiaison, police!)).status).toBe(404);
      expect((await hub.get(people.socialCareManager, socialCare!)).status).toBe(200);
      expect((await hub.post(people.policeLiaison, `${police!}/receipt`)).status).toBe(204);
      expect((await hub.post(people.healthLiaison, `${police!}/receipt`)).status).toBe(404);
      const list = (await hub.get(people.policeLiaison, '/notices')).body as {
        notices: { noticeId: string; receivedAt?: string }[];
      };
      expect(list.notices.find(({ noticeId }) => noticeId === notices[0]!.noticeId)?.receivedAt).toBe(TUESDAY);
      expect((await hub.post(people.policeLiaison, `${police!}/receipt`)).status).toBe(204);
      const received = await hub.announced(story.enquiryId, 'decision.notice-received');
      expect(received.map(({ data }) => data)).toMatchObject([
        { noticeId: notices[0]!.noticeId, agencyId: expect.any(String), receivedAt: TUESDAY },
      ]);
      const { kind: _kind, ...actor } = people.emergencyDuty;
      expect((await hub.askAsSystem('/facts/access', { enquiryId: story.enquiryId, actor })).body).toMatchObject({
        audience: 'team_sc',
        urgent: true,
        protectionOpen: true,
      });
    });
  });

  test('a notice that was taken back says so to its desk and to the hub, and nobody owes a receipt of it', async () => {
    const story = await anEnquiry();
    const noticeId = newId();
    const sealed = await sealedNotice(story, noticeId);
    const notices = [{ noticeId, team: 'police', sealed }];
    const pressed = { protectionId: newId(), notices };
    expect((await hub.post(people.analyst, story.path('/protection'), pressed)).status).toBe(201);
    expect(await hub.clocksRunning(story.enquiryId)).toContain('protection-receipt');
    await story.recalled(TUESDAY); // of something else
    await story.recalled(TUESDAY, noticeId);
    await seen(story, { protections: [{ notices: [{ noticeId, recalledAt: TUESDAY }] }] });
    expect((await hub.get(people.policeLiaison, `/notices/${noticeId}`)).body).toMatchObject({ recalledAt: TUESDAY });
    expect(await hub.clocksRunning(story.enquiryId)).not.toContain('protection-receipt');
  });

  describe('a notice, to the system of the agency that it went to,', () => {
    const systemOf = (agency: string, partnership = people.analyst.partnershipId) =>
      hub.askAsSystem('/notices', undefined, ['notices:read'], { agency, partnership });
    const ids = ({ body }: { body: unknown }) =>
      (body as { notices: { noticeId: string }[] }).notices.map(({ noticeId }) => noticeId);

    test('is there, sealed; to another agency’s or partnership’s it is not, and a receipt is for people to give', async () => {
      const story = await anEnquiry();
      const noticeId = newId();
      const notices = [{ noticeId, team: 'police', sealed: await sealedNotice(story, noticeId) }];
      await hub.post(people.analyst, story.path('/protection'), { protectionId: newId(), notices });
      // No register is played here, so that the notice stands under the name of its team.
      const stoodIn = 'police';
      expect(ids(await systemOf(stoodIn))).toContain(noticeId);
      expect(ids(await systemOf(DEMO_AGENCIES.health))).not.toContain(noticeId);
      expect(ids(await systemOf(stoodIn, newId()))).not.toContain(noticeId);
      const receipt = await hub.askAsSystem(`/notices/${noticeId}/receipt`, {}, ['notices:read'], {
        agency: stoodIn,
        partnership: people.analyst.partnershipId,
      });
      expect([receipt.status, (receipt.body as { code: string }).code]).toEqual([403, 'AUTH.PEOPLE_ONLY']);
    });

    test('is not there for a service of the platform, nor without the scope; sharing fetches it to open it', async () => {
      const story = await anEnquiry();
      const noticeId = newId();
      const notices = [{ noticeId, team: 'police', sealed: await sealedNotice(story, noticeId) }];
      await hub.post(people.analyst, story.path('/protection'), { protectionId: newId(), notices });
      expect((await hub.askAsSystem('/notices', undefined, ['notices:read'])).status).toBe(404);
      expect((await hub.askAsSystem('/notices')).status).toBe(403);
      const fetched = await hub.askAsSystem(`/facts/notices/${noticeId}`);
      expect(fetched.body).toMatchObject({ noticeId, enquiryId: story.enquiryId, sealed: notices[0]?.sealed });
      expect((await hub.askAsSystem(`/facts/notices/${newId()}`)).status).toBe(404);
    });
  });
});
