import { AskPreview, newId, Released } from '@mash/contracts';
import { stopSharingAboutMissingChildren } from './support/agreements';
import { auditOf } from './support/auditing';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, callAs } from './support/http';
import { once } from './support/once';
import type { Person } from './support/people';
import { noticeFor, openNotice, protect, recipientsOf, type Recipient } from './support/protecting';
import { enquiryOf } from './support/rating';
import { keyOf } from './support/sealing';
import { Story } from './support/story';

const WORRY = 'The door is locked from outside and nobody answers.';
const story = new Story({ family: aFamily({ surname: 'Heatherley', narrative: WORRY }), urgent: true });
const EVERY_TEAM: readonly Recipient[] = [
  { agencyId: 'riverside-police', team: 'police' },
  { agencyId: 'riverside-social-care', team: 'social-care' },
  { agencyId: 'riverside-social-care', team: 'emergency-duty' },
];

/** Pressed for a child who is missing, on an enquiry that nobody has screened or rated, while sharing about that is stopped. */
const pressed = once(async () => {
  const enquiryId = await story.enquiryId();
  await eventually(() => keyOf(enquiryId));
  await stopSharingAboutMissingChildren();
  return { enquiryId, protectionId: await protect(enquiryId, EVERY_TEAM) };
});

describe('Immediate protection', () => {
  test('tells police and social care; while the hub is shut the emergency duty team in its place', async () => {
    const { outOfHours, recipients } = await recipientsOf(await story.enquiryId());
    const teams = recipients.map(({ team }) => team).sort();
    expect(teams).toEqual(outOfHours ? ['emergency-duty', 'police'] : ['police', 'social-care']);
  });

  test('goes out unscreened, unrated and with its agreement stopped, while a question to an agency does not', async () => {
    const { enquiryId, protectionId } = await pressed();
    const { protections, ratings } = await enquiryOf(enquiryId);
    expect(ratings).toEqual([]);
    expect(protections).toMatchObject([{ protectionId, notices: [{}, {}, {}] }]);
    const [person] = (await enquiryOf(enquiryId)).people;
    const line = { agencyId: 'riverside-police', personId: person?.personId, category: 'missing-episodes' };
    const lines = [{ ...line, existenceOnly: false, need: 'yes' }];
    const path = `/enquiries/${enquiryId}/ask-preview`;
    const preview = await act('analyst', 'sharing', path, { purpose: 'MISSING', lines }, { schema: AskPreview });
    expect(preview.lines[0]?.outcome).not.toBe('PERMIT');
    expect(preview.lines[0]?.reasons.map(({ code }) => code)).toContain('AGREEMENT_STOPPED');
  });

  test.each<[Person, string]>([
    ['police', 'riverside-police'],
    ['socialCare', 'riverside-social-care'],
    ['emergencyDuty', 'riverside-social-care'],
  ])('reaches %s, who reads what is known and gives a receipt', async (person, agencyId) => {
    const { enquiryId } = await pressed();
    const notice = await eventually(async () => {
      const found = await noticeFor(person, enquiryId);
      if (found === undefined) throw new Error('no notice yet');
      return found;
    });
    const opened = await openNotice(person, notice, agencyId);
    expect(Released.parse(opened.body).items).toMatchObject([{ visibility: 'shown', outcome: 'PERMIT' }]);
    expect(JSON.stringify(opened.body)).toContain(WORRY);
    await act(person, 'decision', `/notices/${notice.noticeId}/receipt`);
    const { protections } = await enquiryOf(enquiryId);
    const received = protections[0]?.notices.find(({ noticeId }) => noticeId === notice.noticeId);
    expect(received?.receivedAt).toEqual(expect.any(String));
  });

  test('reaches nobody else: no other agency sees or opens a notice', async () => {
    const { enquiryId } = await pressed();
    const notice = await noticeFor('police', enquiryId);
    for (const person of ['health', 'education', 'earlyHelp', 'teacher', 'governance', 'stranger'] as const) {
      expect((await callAs(person, 'decision', `/notices/${String(notice?.noticeId)}`)).status).toBe(404);
      const opened = await openNotice(person, notice!, 'riverside-police');
      expect(opened.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(opened.body)).not.toContain(WORRY);
    }
  });

  test('tells no agency that is not police or social care', async () => {
    const { enquiryId } = await pressed();
    const { body } = await callAs('analyst', 'contact-intake', `/enquiries/${enquiryId}/contact`);
    const { contactId, sealed } = body as { contactId: string; sealed: unknown };
    const envelopes = [{ typ: 'contact', version: 1, envelopeId: contactId, contactId, sealed }];
    const recipient = { agencyId: 'riverside-health-trust' };
    const its = { releaseId: newId(), enquiryId, mode: 'protect', purpose: 'MISSING', envelopes, recipient };
    const refused = await callAs('analyst', 'sharing', '/releases', { method: 'POST', body: its });
    expect(refused).toMatchObject({ status: 422, body: { code: 'SHARING.RECIPIENT_NOT_FOR_PROTECT' } });
  });

  test('pressed twice under one id is one press, with one entry in the log', async () => {
    const { enquiryId, protectionId } = await pressed();
    await protect(enquiryId, EVERY_TEAM.slice(0, 1), protectionId);
    expect((await enquiryOf(enquiryId)).protections).toMatchObject([{ notices: [{}, {}, {}] }]);
    await eventually(async () => {
      const starts = (await auditOf(enquiryId)).filter(({ action }) => action === 'protection.start');
      expect(starts.map(({ subject }) => subject.id)).toEqual([protectionId]);
    });
  });
});
