import { newId } from '@mash/contracts';
import { people } from '@mash/testing';
import type { DecisionService } from '../testing/decision-service';
import type { Story } from '../testing/story';
import { withEnquiries } from '../testing/with-enquiries';

describe('A letter to the referrer', () => {
  let hub: DecisionService;
  const { seen, aDecision } = withEnquiries((service) => (hub = service));

  const tell = (story: Story, decisionId: string, body: object) =>
    hub.post(people.manager, story.path('/feedback'), { decisionId, extent: 'full', ...body });
  const announced = async (story: Story) =>
    (await hub.announced(story.enquiryId, 'decision.feedback-due')).map(({ data }) => data);
  /** What `sharing` hears of, so that nobody is asked about it any more. */
  const takenBack = async (story: Story) =>
    (await hub.announced(story.enquiryId, 'decision.letter-taken-back')).map(({ data }) => data.letterId);

  test('that was written of another enquiry tells nobody of this one, and its own referrer is told all the same', async () => {
    const [one, other] = [await aDecision(), await aDecision()];
    const letterId = newId();
    await other.story.letterDecided(letterId, 'PERMIT');
    await other.story.handoverMayGo(); // heard after it
    expect((await tell(one.story, one.decisionId, { letterId })).status).toBe(201);
    await seen(one.story, { feedback: [{ letterId, held: true }] });
    expect((await tell(other.story, other.decisionId, { letterId })).status).toBe(201);
    expect(await announced(one.story)).toEqual([]);
    expect(await announced(other.story)).toMatchObject([{ letterId }]);
  });

  const decideAgain = async (story: Story): Promise<string> => {
    const again = await hub.post(
      ...([people.manager, story.path('/decisions'), await story.decision({ expectedVersion: 1 })] as const),
    );
    expect(again.status).toBe(201);
    return (again.body as { decisionId: string }).decisionId;
  };
  const clockOfTelling = (state: string) => ({
    clocks: expect.arrayContaining([expect.objectContaining({ code: 'feedback', state })]) as object,
  });

  test('about an earlier decision, delivered since, leaves the clock of the newest running', async () => {
    const { story, decisionId } = await aDecision();
    const [first, second] = [newId(), newId()];
    await story.letterDecided(first, 'PERMIT');
    await story.handoverMayGo(); // heard after it
    const sent = await tell(story, decisionId, { letterId: first });
    const { feedbackId } = sent.body as { feedbackId: string };
    const newest = await decideAgain(story);
    await story.referrerAcknowledged({ kind: 'outcome', feedbackId });
    await seen(story, { feedback: [{ acknowledgedAt: expect.any(String) as string }], ...clockOfTelling('running') });
    await story.letterDecided(second, 'PERMIT');
    await story.handoverMayGo();
    const since = await tell(story, newest, { letterId: second });
    await story.referrerAcknowledged({ kind: 'outcome', ...(since.body as { feedbackId: string }) });
    await seen(story, clockOfTelling('met'));
  });

  describe('that waits while it is decided again', () => {
    /** Of an enquiry that is decided again, with a letter of its first decision. */
    const overtaken = async () => {
      const { story, decisionId } = await aDecision();
      const letterId = newId();
      await story.letterDecided(letterId, 'REVIEW');
      expect((await tell(story, decisionId, { letterId })).status).toBe(201);
      await seen(story, { feedback: [{ letterId, held: true }] });
      return { story, letterId, newest: await decideAgain(story) };
    };
    const letGo = async (story: Story, letterId: string) => {
      await story.letterDecided(letterId, 'PERMIT');
      await story.handoverMayGo(); // heard after it
    };

    test('never goes, also where nothing has been said of the newer decision yet', async () => {
      const { story, letterId } = await overtaken();
      await seen(story, { feedback: [{ letterId, overtaken: 'decided_again' }] });
      expect(await takenBack(story)).toEqual([letterId]);
      await letGo(story, letterId);
      expect(await announced(story)).toEqual([]);
      await seen(story, { feedback: [{ letterId, overtaken: 'decided_again' }] });
    });

    test('never goes where it is recorded meanwhile that the referrer is told nothing', async () => {
      const { story, letterId, newest } = await overtaken();
      const nothing = { extent: 'withheld', withheldReason: 'safety' };
      expect((await tell(story, newest, nothing)).status).toBe(201);
      expect(await takenBack(story)).toEqual([letterId]);
      await letGo(story, letterId);
      expect(await announced(story)).toMatchObject([{ extent: 'withheld', decisionId: newest }]);
    });

    test('never goes where the letter of the newer decision is refused', async () => {
      const { story, letterId, newest } = await overtaken();
      const refused = newId();
      expect((await tell(story, newest, { letterId: refused })).status).toBe(201);
      await story.letterDecided(refused, 'DENY');
      await letGo(story, letterId);
      expect(await announced(story)).toEqual([]);
      await seen(story, { feedback: [{ overtaken: 'decided_again' }, { letterId: refused, refused: true }] });
    });
  });

  test('that was refused, and let go once another was written, does not go as well', async () => {
    const { story, decisionId } = await aDecision();
    const [first, second] = [newId(), newId()];
    expect((await tell(story, decisionId, { letterId: first })).status).toBe(201);
    await story.letterDecided(first, 'DENY');
    await story.letterDecided(second, 'PERMIT');
    await seen(story, { feedback: [{ letterId: first, refused: true }] });
    expect((await tell(story, decisionId, { letterId: second })).status).toBe(201);
    await story.letterDecided(first, 'PERMIT');
    await story.handoverMayGo(); // heard after it
    expect(await announced(story)).toMatchObject([{ letterId: second }]);
    await seen(story, { feedback: [{ letterId: first, overtaken: 'told_otherwise' }, { letterId: second }] });
  });

  test('that went before it was decided again has gone', async () => {
    const { story, decisionId } = await aDecision();
    const letterId = newId();
    await story.letterDecided(letterId, 'PERMIT');
    await story.handoverMayGo(); // heard after it
    await tell(story, decisionId, { letterId });
    await decideAgain(story);
    expect(await takenBack(story)).toEqual([]);
    await seen(story, { feedback: [expect.not.objectContaining({ overtaken: expect.anything() as string })] });
  });

  test('that may go and is refused before anybody sent it is not sent, and one that went is on its way', async () => {
    const { story, decisionId } = await aDecision();
    const [recalled, sent] = [newId(), newId()];
    const denied = (letterId: string) =>
      story.letterDecided(letterId, 'DENY', 'product', { decidedAt: '2026-11-30T10:00:00.000Z' });
    await story.letterDecided(recalled, 'PERMIT');
    await denied(recalled);
    await story.letterDecided(sent, 'PERMIT');
    await story.handoverMayGo(); // heard after them
    expect(await tell(story, decisionId, { letterId: recalled })).toMatchObject({
      ...{ status: 409, body: { code: 'DECISION.LETTER_REFUSED' } },
    });
    expect(await announced(story)).toEqual([]);
    expect((await tell(story, decisionId, { letterId: sent })).status).toBe(201);
    await denied(sent);
    await story.handoverMayGo(); // heard after it
    await seen(story, { feedback: [expect.not.objectContaining({ refused: true })] });
    expect(await announced(story)).toMatchObject([{ letterId: sent }]);
    expect(await tell(story, decisionId, { letterId: newId() })).toMatchObject({
      body: { code: 'DECISION.FEEDBACK_SENT', detail: expect.stringContaining('on its way') as string },
    });
  });

  test('that nobody has heard of yet waits, and nobody has been sent anything', async () => {
    const { story, decisionId } = await aDecision();
    const letterId = newId();
    expect((await tell(story, decisionId, { letterId })).status).toBe(201);
    await seen(story, { feedback: [{ letterId, held: true }] });
    expect(await tell(story, decisionId, { letterId: newId() })).toMatchObject({
      body: { code: 'DECISION.FEEDBACK_SENT', detail: expect.stringContaining('nothing has been sent') as string },
    });
    await story.letterDecided(letterId, 'PERMIT');
    await seen(story, { feedback: [expect.not.objectContaining({ held: true })] });
  });

  describe('that waits', () => {
    /** Of a decision, with a letter that waits for a human. */
    const waiting = async () => {
      const { story, decisionId } = await aDecision();
      const letterId = newId();
      await story.letterDecided(letterId, 'REVIEW');
      expect((await tell(story, decisionId, { letterId })).status).toBe(201);
      await seen(story, { feedback: [{ letterId, held: true }] });
      return { story, letterId, say: (body: object) => tell(story, decisionId, body) };
    };
    const NOTHING = { extent: 'withheld', withheldReason: 'safety' };
    const SENT = { status: 409, body: { code: 'DECISION.FEEDBACK_SENT' } };

    test('never goes once it is recorded instead of it that the referrer is told nothing', async () => {
      const { story, letterId, say } = await waiting();
      expect(await say(NOTHING)).toMatchObject(SENT);
      expect(await takenBack(story)).toEqual([]);
      expect((await say({ ...NOTHING, replaces: letterId })).status).toBe(201);
      expect(await takenBack(story)).toEqual([letterId]);
      await story.letterDecided(letterId, 'PERMIT');
      await story.handoverMayGo(); // heard after it
      expect(await announced(story)).toMatchObject([{ extent: 'withheld' }]);
      await seen(story, {
        feedback: [{ letterId, overtaken: 'told_otherwise' }, { extent: 'withheld' }],
        ...clockOfTelling('met'),
      });
      expect(await say({ letterId: newId(), replaces: letterId })).toMatchObject(SENT);
    });

    test('gives way to another letter that names it, and to none that does not', async () => {
      const { story, letterId, say } = await waiting();
      const other = newId();
      expect(await say({ letterId: other })).toMatchObject(SENT);
      expect(await say({ letterId: other, replaces: newId() })).toMatchObject(SENT);
      expect((await say({ letterId: other, replaces: letterId })).status).toBe(201);
      expect(await takenBack(story)).toEqual([letterId]);
      await seen(story, {
        feedback: [
          { letterId, overtaken: 'told_otherwise' },
          { letterId: other, held: true },
        ],
        ...clockOfTelling('running'),
      });
      await story.letterDecided(letterId, 'PERMIT');
      await story.letterDecided(other, 'PERMIT');
      await story.handoverMayGo(); // heard after them
      expect(await announced(story)).toMatchObject([{ letterId: other }]);
    });

    test('is not taken back any more once it went, and where it was refused since needs not to be', async () => {
      const [gone, refused] = [await waiting(), await waiting()];
      await gone.story.letterDecided(gone.letterId, 'PERMIT');
      await gone.story.handoverMayGo(); // heard after it
      expect(await gone.say({ ...NOTHING, replaces: gone.letterId })).toMatchObject(SENT);
      await refused.story.letterDecided(refused.letterId, 'DENY');
      await seen(refused.story, { feedback: [{ refused: true }] });
      expect((await refused.say({ letterId: newId(), replaces: refused.letterId })).status).toBe(201);
      for (const { story } of [gone, refused]) expect(await takenBack(story)).toEqual([]);
    });
  });

  test.each([
    ['email', 'has been told'],
    ['telephone_task', 'to ring the referrer'],
    ['none', 'asked not to hear back'],
  ])('that was answered by %s says how the referrer was told', async (method, says) => {
    const { story, decisionId } = await aDecision();
    const letterId = newId();
    await story.letterDecided(letterId, 'PERMIT');
    await story.handoverMayGo(); // heard after it
    const { body } = await tell(story, decisionId, { letterId });
    await story.referrerAcknowledged({ kind: 'outcome', method, ...(body as { feedbackId: string }) });
    await seen(story, { feedback: [{ letterId, toldBy: method }] });
    expect(await tell(story, decisionId, { letterId: newId() })).toMatchObject({
      body: { code: 'DECISION.FEEDBACK_SENT', detail: expect.stringContaining(says) as string },
    });
  });

  test('that another took the place of was not refused: it gave way, and the referrer is still to be told', async () => {
    const { story, decisionId } = await aDecision();
    const [letterId, handover] = [newId(), await story.handoverMayGo()];
    await hub.post(people.manager, story.path('/routes'), {
      ...{ decisionId, productId: handover, ...story.toSocialCare() },
    });
    expect((await tell(story, decisionId, { letterId })).status).toBe(201);
    await seen(story, { nextStep: 'wait', feedback: [{ held: true }] });
    await story.letterDecided(letterId, 'DENY', 'product', { replacedBy: newId() });
    await seen(story, { nextStep: 'feedback', feedback: [{ letterId, overtaken: 'told_otherwise' }] });
    expect(await tell(story, decisionId, { letterId })).toMatchObject({
      ...{ status: 409, body: { code: 'DECISION.LETTER_REFUSED' } },
    });
    expect((await tell(story, decisionId, { letterId: newId() })).status).toBe(201);
  });
});
