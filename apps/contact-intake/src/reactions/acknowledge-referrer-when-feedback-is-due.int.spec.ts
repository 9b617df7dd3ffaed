import { FeedbackDueV1, newId } from '@mash/contracts';
import type { ContactReceipt, ContactSummary, ReferrerAcknowledgedV1 } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { DataSource } from 'typeorm';
import { recordAContact } from '../../testing/record-a-contact';
import { startIntake } from '../../testing/start-intake';
import type { Intake } from '../../testing/start-intake';
import { AcknowledgeReferrerWhenFeedbackIsDue } from './acknowledge-referrer-when-feedback-is-due.reaction';

type Extent = FeedbackDueV1['data']['extent'];

describe('Telling the referrer when feedback is due', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake({ reactions: true });
  });
  afterAll(() => intake.close());

  const dueFor = ({ contactId, enquiryId }: ContactReceipt, extent: Extent, feedbackId = newId()): FeedbackDueV1 => ({
    id: newId(),
    type: FeedbackDueV1.type,
    version: 1,
    occurredAt: new Date().toISOString(),
    partnershipId: people.teacher.partnershipId,
    correlationId: enquiryId,
    actor: { id: 'decision', kind: 'system' },
    data: {
      enquiryId,
      contactId,
      decisionId: newId(),
      feedbackId,
      extent,
      letterId: newId(),
      dueAt: new Date().toISOString(),
    },
  });
  /** As `decision` would send it: by an outbox, its relay and the broker. */
  const hear = (event: FeedbackDueV1) =>
    intake.app
      .get(DataSource)
      .query(
        `INSERT INTO outbox (id, topic, key, type, version, envelope) VALUES ($1, 'mash.decision.v1', $2, $3, 1, $4)`,
        [event.id, event.data.enquiryId, event.type, JSON.stringify(event)],
      );
  const deliver = (event: FeedbackDueV1) => intake.app.get(AcknowledgeReferrerWhenFeedbackIsDue).handle(event);
  const told = (enquiryId: string) =>
    eventually(async () => {
      const events = await intake.events<ReferrerAcknowledgedV1['data']>(
        'contact-intake.referrer-acknowledged',
        enquiryId,
      );
      const answers = events.map(({ data }) => data).filter(({ feedbackId }) => feedbackId !== undefined);
      expect(answers).not.toEqual([]);
      return answers;
    });

  test('sends one mail of reference and link, however often the event comes', async () => {
    const contact = await recordAContact(intake);
    const due = dueFor(contact, 'full');
    await Promise.all(Array.from({ length: 8 }, () => deliver(due)));
    await deliver({ ...due, id: newId() }); // the same feedback, asked for by another event
    expect(await told(contact.enquiryId)).toEqual([
      expect.objectContaining({
        ...{ kind: 'outcome', method: 'email', feedbackId: due.data.feedbackId, letterId: due.data.letterId },
      }),
    ]);
    const mailbox = await intake.as(people.teacher)('get', '/mailbox');
    const mine = (mailbox.body.messages as { subject: string; body: string }[]).filter(({ subject }) =>
      subject.startsWith(contact.reference),
    );
    expect(mine.map(({ subject }) => subject).sort()).toEqual([
      `${contact.reference}: there is something for you to read`,
      `${contact.reference}: we have what you sent`,
    ]);
    const seen = await intake.as(people.teacher)('get', `/contacts/${contact.reference}`);
    expect((seen.body as ContactSummary).acknowledged.map(({ kind, letterId }) => [kind, letterId])).toEqual([
      ['receipt', undefined],
      ['outcome', due.data.letterId],
    ]);
    expect((await intake.as(people.doctor)('get', '/mailbox')).body).toEqual({ messages: [] });
  });

  test('sends it once also where the broker brings the event again', async () => {
    const contact = await recordAContact(intake);
    const due = dueFor(contact, 'full');
    await hear(due);
    await told(contact.enquiryId);
    await deliver(due);
    expect(await told(contact.enquiryId)).toHaveLength(1);
  });

  test('becomes a task for those who telephone, where a caller was written down', async () => {
    const contact = await recordAContact(intake, { reply: 'telephone', referrerKind: 'public' }, people.contactOfficer);
    await hear(dueFor(contact, 'limited'));
    expect(await told(contact.enquiryId)).toMatchObject([
      { method: 'telephone_task', letterId: expect.any(String) as string },
    ]);
    const list = async () =>
      (await intake.as(people.contactOfficer)('get', '/telephone-tasks')).body.tasks as {
        taskId: string;
        contactId: string;
        doneAt?: string;
      }[];
    const [task] = (await list()).filter(({ contactId }) => contactId === contact.contactId);
    expect(task).toMatchObject({ reference: contact.reference, kind: 'outcome' });
    const facts = async () =>
      (await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${contact.enquiryId}`)).body as object;
    expect(await facts()).toMatchObject({ callBackOpen: true });
    const finish = (as: typeof people.contactOfficer) =>
      intake.as(as)('post', `/telephone-tasks/${task?.taskId ?? ''}/done`);
    expect((await finish(people.teacher)).status).toBe(403);
    expect((await finish({ ...people.contactOfficer, partnershipId: people.otherAnalyst.partnershipId })).status).toBe(
      404,
    );
    expect((await finish(people.contactOfficer)).status).toBe(204);
    expect((await finish(people.contactOfficer)).status).toBe(204);
    expect((await list()).find(({ taskId }) => taskId === task?.taskId)?.doneAt).toBeDefined();
    expect(await facts()).toMatchObject({ callBackOpen: false });
    expect((await intake.as(people.teacher)('get', '/telephone-tasks')).status).toBe(403);
  });

  test('says of no letter that they were told of it where they asked not to hear back', async () => {
    const contact = await recordAContact(intake, { reply: 'none' });
    await hear(dueFor(contact, 'full'));
    const [answer, ...others] = await told(contact.enquiryId);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ kind: 'outcome', method: 'none' });
    expect(answer).not.toHaveProperty('letterId');
  });

  test('tells nothing where nothing may be told, and shows the referrer no trace of it', async () => {
    const contact = await recordAContact(intake);
    await hear(dueFor(contact, 'withheld'));
    expect(await told(contact.enquiryId)).toMatchObject([{ method: 'none' }]);
    const seen = await intake.as(people.teacher)('get', `/contacts/${contact.reference}`);
    expect((seen.body as ContactSummary).acknowledged.map(({ kind }) => kind)).toEqual(['receipt']);
    const hub = await intake.as(people.manager)('get', `/contacts/${contact.reference}`);
    expect((hub.body as ContactSummary).acknowledged.map(({ method }) => method)).toEqual(['email', 'none']);
  });

  test('feedback about a contact that is not here is set aside, and others go on', async () => {
    const [lost, contact] = [await recordAContact(intake), await recordAContact(intake)];
    await hear(dueFor({ ...lost, contactId: newId() }, 'full'));
    await hear(dueFor(contact, 'full'));
    await told(contact.enquiryId);
    await eventually(async () => {
      const dead = await intake.query<{ reason: string }>('SELECT reason FROM dead_letter');
      expect(dead.map(({ reason }) => reason)).toEqual([expect.stringContaining('INTAKE.FEEDBACK_ABOUT_NOTHING')]);
    });
  });
});
