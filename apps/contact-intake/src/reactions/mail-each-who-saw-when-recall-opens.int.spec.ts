import { newId, RecallOpenedV1 } from '@mash/contracts';
import type { ContactReceipt, Mailbox } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { eventually, people } from '@mash/testing';
import { DataSource } from 'typeorm';
import { recordAContact } from '../../testing/record-a-contact';
import { startIntake } from '../../testing/start-intake';
import type { Intake } from '../../testing/start-intake';
import { MailEachWhoSawWhenRecallOpens } from './mail-each-who-saw-when-recall-opens.reaction';

type Told = RecallOpenedV1['data']['told'];

describe('Telling each who must destroy something that was recalled', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake({ reactions: true });
  });
  afterAll(() => intake.close());

  const opened = ({ enquiryId }: Pick<ContactReceipt, 'enquiryId'>, told: Told): RecallOpenedV1 => {
    const at = new Date().toISOString();
    const noticeIds = [...(told ?? []).map(({ noticeId }) => noticeId), newId()]; // and a desk
    return {
      ...{ id: newId(), type: RecallOpenedV1.type, version: 1, occurredAt: at, correlationId: enquiryId },
      ...{ partnershipId: people.teacher.partnershipId, actor: { id: people.analyst.id, kind: 'person' } },
      data: { enquiryId, recallId: newId(), breachId: newId(), noticeIds, openedAt: at, ...(told && { told }) },
    };
  };
  const to = (...whom: PersonActor[]) => whom.map(({ id: accountId }) => ({ noticeId: newId(), accountId }));
  const deliver = (event: RecallOpenedV1) => intake.app.get(MailEachWhoSawWhenRecallOpens).handle(event);
  const hear = (event: RecallOpenedV1) =>
    intake.app
      .get(DataSource)
      .query(
        `INSERT INTO outbox (id, topic, key, type, version, envelope) VALUES ($1, 'mash.sharing.v1', $2, $3, 1, $4)`,
        [event.id, event.data.enquiryId, event.type, JSON.stringify(event)],
      );
  const mailed = async ({ enquiryReference }: ContactReceipt, as: PersonActor) =>
    ((await intake.as(as)('get', '/mailbox')).body as Mailbox).messages.filter(({ subject }) =>
      subject.startsWith(enquiryReference),
    );

  test('by one mail each of a reference and a link, however often it is heard, and nobody else', async () => {
    const contact = await recordAContact(intake);
    const event = opened(contact, to(people.analyst, people.socialCareManager));
    await hear(event);
    await eventually(async () => expect(await mailed(contact, people.analyst)).toHaveLength(1));
    await Promise.all(Array.from({ length: 8 }, () => deliver(event)));
    await deliver({ ...event, id: newId() }); // the same notices, told of by another event
    for (const who of [people.analyst, people.socialCareManager]) {
      const [mail, ...more] = await mailed(contact, who);
      expect(more).toEqual([]);
      expect(mail?.subject).toBe(`${contact.enquiryReference}: there is something for you to do`);
      expect(mail?.body).toMatch(
        new RegExp(`^${contact.enquiryReference}\\n\\nSign in to read it: https?://[^/]+/recalls$`),
      );
    }
    expect(await mailed(contact, people.manager)).toEqual([]);
  });

  test('a desk has no mailbox, and an event of before this could be said sends nothing', async () => {
    const contact = await recordAContact(intake);
    await deliver(opened(contact, []));
    await deliver(opened(contact, undefined));
    expect(
      await intake.query('SELECT 1 FROM captured_mail WHERE subject LIKE $1', [`${contact.enquiryReference}%`]),
    ).toEqual([]);
  });

  test.each<[string, (contact: ContactReceipt) => RecallOpenedV1]>([
    ['of an enquiry that is not here', () => opened({ enquiryId: newId() }, to(people.analyst))],
    [
      'of another partnership’s',
      (contact) => ({ ...opened(contact, to(people.analyst)), partnershipId: people.otherAnalyst.partnershipId }),
    ],
  ])('one %s is refused, and nobody gets mail', async (_what, make) => {
    const contact = await recordAContact(intake);
    await expect(deliver(make(contact))).rejects.toThrow('INTAKE.RECALL_ABOUT_NOTHING');
    expect(await mailed(contact, people.analyst)).toEqual([]);
  });
});
