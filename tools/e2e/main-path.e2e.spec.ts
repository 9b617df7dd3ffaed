import { ContactList, Mailbox, RequestDetail, SharingDecisions } from '@mash/contracts';
import { z } from 'zod';
import { requestsOf } from './support/asking';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, callAs, read } from './support/http';
import { LIAISON } from './support/people';
import { queueRowOf } from './support/queueing';
import { enquiryOf, proposal, rate } from './support/rating';
import { contactOf, send } from './support/recording';
import { release } from './support/releasing';
import { answerReview, reviewOfAsking } from './support/reviewing';
import { personOf } from './support/screening';
import { Story } from './support/story';

const story = new Story({ family: aFamily({ surname: 'Thistlewood' }) });

describe('A concern comes in', () => {
  test('once, however often the form is sent, with the same receipt each time', async () => {
    const contact = await contactOf(aFamily({ surname: 'Larchfield' }), 'teacher');
    const [first, second] = [await send('teacher', contact), await send('teacher', contact)];
    expect(second).toEqual(first);
    const { contacts } = await read('teacher', 'contact-intake', '/contacts', ContactList);
    expect(contacts.filter(({ contactId }) => contactId === contact.contactId)).toHaveLength(1);
  });

  test('and the same key with other words is refused', async () => {
    const contact = await contactOf(aFamily({ surname: 'Larchmere' }), 'teacher');
    await send('teacher', contact);
    await expect(send('teacher', { ...contact, urgent: true })).rejects.toMatchObject({ status: 409 });
  });

  test('with a receipt by mail that carries a reference and a link, and no word of the concern', async () => {
    const { reference } = await story.opened();
    const { messages } = await read('teacher', 'contact-intake', '/mailbox', Mailbox);
    const mail = messages.find(({ subject }) => subject.includes(reference));
    expect(mail?.body).toMatch(new RegExp(`^${reference}\\s+Sign in to read it: \\S+/contacts/${reference}$`));
  });

  test('urgent with nothing known but the worry, and is never refused for what is missing', async () => {
    const nobody = { ...aFamily({ surname: 'Larchmoor' }), people: [], consents: [] };
    const receipt = await send('generalPractitioner', await contactOf(nobody, 'generalPractitioner', { urgent: true }));
    await eventually(async () => expect(await enquiryOf(receipt.enquiryId)).toMatchObject({ urgent: true }));
  });
});

describe('The hub screens and rates', () => {
  test('an enquiry that is on the queue with its clocks running', async () => {
    const { enquiryId, enquiryReference } = await story.opened();
    const enquiry = await enquiryOf(enquiryId);
    expect(enquiry).toMatchObject({ reference: enquiryReference, stage: expect.any(String) as string });
    expect(enquiry.clocks.map(({ code }) => code)).toEqual(expect.arrayContaining(['acknowledge', 'screen', 'rate']));
    expect(await queueRowOf(enquiryId)).toMatchObject({ reference: enquiryReference, stage: enquiry.stage });
  });

  test('and creates nobody before a search', async () => {
    const { enquiryId } = await send('teacher', await contactOf(aFamily({ surname: 'Larchgate' }), 'teacher'));
    const { body } = await callAs('analyst', 'contact-intake', `/enquiries/${enquiryId}/roster`);
    const [person] = z.object({ people: z.array(z.object({ mentionId: z.uuid() })) }).parse(body).people;
    const path = `/enquiries/${enquiryId}/mentions/${String(person?.mentionId)}/create-person`;
    const refused = act('analyst', 'contact-intake', path, { searchId: person?.mentionId });
    await expect(refused).rejects.toMatchObject({ code: 'INTAKE.SEARCH_FIRST' });
  });

  test('with a proposal that shows its row, and a rating with a threshold beside it, by name and role', async () => {
    const { enquiryId } = await story.screened();
    const { proposed } = (await proposal(enquiryId)).proposal;
    expect(proposed).toMatchObject({ colour: 'amber', row: 'A3' });
    const { ratings, thresholds, colour } = await story.rated();
    expect(colour).toBe('amber');
    expect(ratings[0]).toMatchObject({ version: 1, departed: false, ratedByRole: 'mash-manager' });
    expect(thresholds[0]).toMatchObject({ level: 'early_help', version: 1 });
  });

  test('and an analyst who is no social worker may not rate', async () => {
    const { enquiryId } = await story.rated();
    const rated = rate(enquiryId, { colour: 'green', threshold: 'none' }, 'secondAnalyst');
    await expect(rated).rejects.toMatchObject({ status: 403 });
    expect((await enquiryOf(enquiryId)).ratings).toHaveLength(1);
  });
});

describe('Agencies are asked', () => {
  const statesOf = async () =>
    new Map((await story.asked()).map(({ agencyId, lines }) => [agencyId, lines.map(({ state }) => state).sort()]));

  test('where the rules permit it; refused consent waits for a human, an agency that nothing is agreed with is not asked', async () => {
    const states = await statesOf();
    expect(states.get('riverside-police')).toEqual(['issued', 'review']);
    for (const agencyId of ['riverside-health-trust', 'riverside-education', 'riverside-social-care'])
      expect(states.get(agencyId)).toEqual(['issued']);
    expect(states.get('riverside-family-charity')).toEqual(['denied']);
  });

  test('and what a family said of consent holds as well when the index knows them already', async () => {
    await story.asked();
    const again = new Story({ family: aFamily({ surname: 'Thistlewood' }) });
    const { people } = await again.screened();
    expect(people.map(({ matched }) => matched)).toEqual(['matched', 'matched', 'matched']);
    expect(personOf(await again.screened(), again.family.mother)).toBe(
      personOf(await story.screened(), story.family.mother),
    );
    const police = (await again.asked()).find(({ agencyId }) => agencyId === 'riverside-police');
    expect(police?.lines.map(({ state }) => state).sort()).toEqual(['issued', 'review']);
  });

  test('and each decision keeps its reasons, its rule and its bases', async () => {
    const { enquiryId } = await story.opened();
    await story.asked();
    const path = `/enquiries/${enquiryId}/sharing-decisions`;
    const { decisions } = await read('manager', 'sharing', path, SharingDecisions);
    const codes = (outcome: string) =>
      decisions.filter((one) => one.outcome === outcome).flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes('PERMIT')).toContain('CONSENT_GIVEN');
    expect(codes('REVIEW')).toContain('CONSENT_REFUSED');
    expect(codes('DENY')).toContain('NOTHING_AGREED');
    for (const { outcome, lawfulBasis } of decisions) expect(lawfulBasis.length > 0).toBe(outcome === 'PERMIT');
  });

  test('never by the releasing hand of whoever asked, nor by another agency', async () => {
    await story.asked();
    const review = await reviewOfAsking('manager', await story.enquiryId());
    expect(await answerReview('analyst', review)).toMatchObject({
      status: 403,
      body: { code: 'SHARING.SELF_RELEASE' },
    });
    expect((await answerReview('health', review)).status).toBeGreaterThanOrEqual(403);
    expect((await answerReview('stranger', review)).status).toBe(404);
  });

  test('and a REVIEW that a manager releases reaches the agency', async () => {
    const review = await story.reviewed();
    expect((await answerReview('manager', review, { answer: 'refuse' })).status).toBe(403);
    const police = (await requestsOf(await story.enquiryId())).find(({ agencyId }) => agencyId === 'riverside-police');
    expect(police?.lines.map(({ state }) => state)).not.toContain('review');
  });
});

describe('Agencies answer', () => {
  test('after they have opened what they were asked, and nobody else can open it', async () => {
    await story.reviewed();
    const { requestId, agencyId } = await story.requestTo('riverside-health-trust');
    const detail = await read('health', 'agency-requests', `/requests/${requestId}`, RequestDetail);
    const { enquiryId, purpose } = detail;
    const envelopes = detail.envelopes.map(({ envelopeId, personId, sealed }) => ({
      ...{ typ: 'request' as const, version: 1, envelopeId, requestId, agencyId, personId, sealed },
    }));
    const wanted = { enquiryId, purpose, envelopes, mode: 'ask' } as const;
    const { items } = await release('health', wanted);
    expect(items[0]).toMatchObject({ visibility: 'shown', content: { person: { surname: 'Thistlewood' } } });
    const forOthers = await callAs('education', 'sharing', '/releases', { method: 'POST', body: { ...wanted } });
    expect(JSON.stringify(forOthers.body)).not.toContain('Thistlewood');
  });

  test('police, health, education and social care, and `sharing` accepts each answer', async () => {
    const answers = await story.checked();
    expect(answers.map(({ agencyId }) => agencyId).sort()).toEqual(Object.keys(LIAISON).sort());
    expect(answers.map(({ state }) => state)).toEqual(answers.map(() => 'accepted'));
    await eventually(async () => expect(await enquiryOf(await story.enquiryId())).toMatchObject({ answered: 4 }));
  });

  test('and an answer is never about somebody whom nobody asked about', async () => {
    await story.checked();
    const sibling = personOf(await story.screened(), story.family.sibling);
    const answers = await story.answered();
    expect(answers.flatMap(({ envelopes }) => envelopes.map(({ personId }) => personId))).not.toContain(sibling);
  });
});
