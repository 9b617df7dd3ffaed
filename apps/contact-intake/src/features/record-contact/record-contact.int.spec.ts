import { newId, OTHER_PARTNERSHIP } from '@mash/contracts';
import type { ContactReceipt, ContactRecordedV1, RecordContact, RosterChangedV1 } from '@mash/contracts';
import { people } from '@mash/testing';
import { aChild, aContact, aMother, anUnbornBaby, sealedWords } from '../../../testing/a-contact';
import { startIntake } from '../../../testing/start-intake';
import type { Intake } from '../../../testing/start-intake';

describe('Recording a contact', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.close());

  const send = (contact: RecordContact, as = people.teacher, key = contact.contactId) =>
    intake.as(as)('post', '/contacts', contact, { 'Idempotency-Key': key });
  const receiptOf = async (contact: RecordContact, as = people.teacher) =>
    (await send(contact, as)).body as ContactReceipt;
  const rowsIn = async (table: string, where = 'true') =>
    Number((await intake.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE ${where}`))[0]?.count);

  test('gives a receipt with random references, and keeps the sealed words as they came', async () => {
    const contact = aContact();
    const answer = await send(contact);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ contactId: contact.contactId });
    const receipt = answer.body as ContactReceipt;
    expect(receipt.reference).toMatch(/^C-[2-9A-HJKMNP-Z]{7}$/);
    expect(receipt.enquiryReference).toMatch(/^E-/);
    const [kept] = await intake.query<{ envelope: string; key_id: string }>(
      'SELECT * FROM contact WHERE contact_id = $1',
      [contact.contactId],
    );
    expect(kept).toMatchObject({ envelope: contact.sealed.envelope, key_id: 'key-1' });
  });

  test('announces the contact, each consent and the unconfirmed roster, with ids and codes only', async () => {
    const contact = aContact({ people: [aChild(), anUnbornBaby(), aMother()], urgent: false });
    const { enquiryId, reference } = await receiptOf(contact);
    const [recorded] = await intake.events<ContactRecordedV1['data']>('contact-intake.contact-recorded', enquiryId);
    const consents = await intake.events('contact-intake.consent-stated', enquiryId);
    const [roster] = await intake.events<RosterChangedV1['data']>('contact-intake.roster-changed', enquiryId);
    expect(recorded?.data).toMatchObject({
      reference,
      referrerAgencyId: people.teacher.agencyId,
      keyIds: ['key-1'],
      people: { children: 1, unborn: 1, adults: 1 },
    });
    expect(recorded).toMatchObject({ partnershipId: people.teacher.partnershipId, correlationId: enquiryId });
    expect(consents).toHaveLength(6);
    expect(roster?.data).toMatchObject({ version: 1, confirmed: false, openCase: false });
    expect(roster?.data.mentions.map(({ kind, matched }) => `${kind} ${matched}`)).toEqual([
      'child not_looked',
      'unborn not_looked',
      'adult not_looked',
    ]);
    expect(JSON.stringify([recorded, consents, roster])).not.toMatch(/Wren|Maren|Quillfeather|2019-03|2027-02/);
  });

  test('leaves an audit entry of ids, and a mail of reference and link', async () => {
    const { enquiryId, reference, contactId } = await receiptOf(aContact());
    const [entry] = await intake.events('audit.audit-recorded', enquiryId);
    expect(entry?.data).toMatchObject({
      action: 'contact.record',
      outcome: 'done',
      subject: { type: 'Contact', id: contactId },
      actor: { id: people.teacher.id, roles: ['referrer'] },
    });
    const mailbox = await intake.as(people.teacher)('get', '/mailbox');
    const { messages } = mailbox.body as { messages: { subject: string; body: string }[] };
    expect(messages[0]).toMatchObject({
      subject: `${reference}: we have what you sent`,
      body: `${reference}\n\nSign in to read it: http://console.test/contacts/${reference}`,
    });
    const [acknowledged] = await intake.events('contact-intake.referrer-acknowledged', enquiryId);
    expect(acknowledged?.data).toMatchObject({ kind: 'receipt', method: 'email' });
  });

  test('sends no mail to the officer who took a call, and names no agency of theirs as the caller', async () => {
    const { enquiryId, contactId } = await receiptOf(aContact({ reply: 'email' }), people.contactOfficer);
    const [acknowledged] = await intake.events('contact-intake.referrer-acknowledged', enquiryId);
    expect(acknowledged?.data).toMatchObject({ kind: 'receipt', method: 'none' });
    expect(await rowsIn('captured_mail', `contact_id = '${contactId}'`)).toBe(0);
    const [recorded] = await intake.events<ContactRecordedV1['data']>('contact-intake.contact-recorded', enquiryId);
    expect(recorded?.data.referrerAgencyId).toBeUndefined();
  });

  test('sent again with the same key and body gives the same receipt, and makes nothing twice', async () => {
    const contact = aContact();
    const first = await send(contact);
    const again = await send(contact);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(await rowsIn('contact', `contact_id = '${contact.contactId}'`)).toBe(1);
    expect(
      await intake.events('contact-intake.contact-recorded', (first.body as ContactReceipt).enquiryId),
    ).toHaveLength(1);
  });

  test('refuses the same key with another body, and another key with the same contact', async () => {
    const contact = aContact();
    await send(contact);
    const other = await send({ ...contact, urgent: true });
    expect([other.status, other.body.code]).toEqual([409, 'INTAKE.IDEMPOTENCY_CONFLICT']);
    const rekeyed = await send(contact, people.teacher, newId());
    expect([rekeyed.status, rekeyed.body.code]).toEqual([409, 'INTAKE.CONTACT_EXISTS']);
  });

  test('keeps two authors apart who happen to use one key', async () => {
    const key = newId();
    expect((await send(aContact(), people.teacher, key)).status).toBe(201);
    expect((await send(aContact(), people.doctor, key)).status).toBe(201);
  });

  test('makes one contact of eight that arrive at once', async () => {
    const contact = aContact();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(contact)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => (body as ContactReceipt).enquiryId)).size).toBe(1);
    expect(await rowsIn('contact', `contact_id = '${contact.contactId}'`)).toBe(1);
    const { enquiryId } = answers[0]!.body as ContactReceipt;
    expect(await intake.events('contact-intake.contact-recorded', enquiryId)).toHaveLength(1);
    expect(await rowsIn('captured_mail', `contact_id = '${contact.contactId}'`)).toBe(1);
  });

  test('makes one contact where its id arrives at once under several keys', async () => {
    const contact = aContact();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(contact, people.teacher, newId())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  test('needs an Idempotency-Key', async () => {
    const answer = await intake.as(people.teacher)('post', '/contacts', aContact());
    expect([answer.status, answer.body.code]).toEqual([400, 'INTAKE.IDEMPOTENCY_KEY']);
  });

  test('refuses a field that it does not know', async () => {
    const answer = await send({ ...aContact(), narrative: 'in plain' } as RecordContact);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'narrative', code: 'unknown_field' })]);
  });

  test('refuses a contact that is not complete, names each field, and keeps nothing of it', async () => {
    const contact = aContact({ people: [aChild({ birthDate: undefined })], consents: [] });
    const before = [await rowsIn('person'), await rowsIn('mention'), await rowsIn('idempotency')];
    const answer = await send(contact);
    expect([answer.status, answer.body.code]).toEqual([422, 'INTAKE.CONTACT_INCOMPLETE']);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field: 'people.0.birthDate' }));
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect([await rowsIn('person'), await rowsIn('mention'), await rowsIn('idempotency')]).toEqual(before);
    expect((await send({ ...contact, people: [aChild()], urgent: true })).status).toBe(201); // the key is free still
  });

  test('takes an urgent contact with nothing stated', async () => {
    expect((await send(aContact({ urgent: true, people: [], consents: [], presentingIssues: [] }))).status).toBe(201);
  });

  test('refuses a protected address in plain, urgent or not, without repeating it', async () => {
    const hidden = aChild({ addressProtected: true, address: { lines: '4 Secret Yard' } });
    const answer = await send(aContact({ urgent: true, people: [hidden] }));
    expect([answer.status, answer.body.code]).toEqual([422, 'INTAKE.PROTECTED_ADDRESS_IN_PLAIN']);
    expect(JSON.stringify(answer.body)).not.toContain('Secret');
  });

  test('keeps an identifier with a wrong check digit, and marks it', async () => {
    const { enquiryId } = await receiptOf(
      aContact({ people: [aChild({ nhsNumber: '943 476 5910', upn: 'A950000178301' })] }),
    );
    const roster = await intake.as(people.analyst)('get', `/enquiries/${enquiryId}/roster`);
    expect(roster.body.people[0]).toMatchObject({
      nhsNumber: '9434765910',
      nhsNumberTyped: 'incorrectly',
      upn: 'A950000178301',
      upnTyped: 'correctly',
    });
  });

  test('lets only those who take calls say when it was received', async () => {
    const receivedAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const refused = await send(aContact({ receivedAt }));
    expect([refused.status, refused.body.code]).toEqual([422, 'INTAKE.RECEIVED_AT_NOT_YOURS']);
    expect(await receiptOf(aContact({ receivedAt }), people.contactOfficer)).toMatchObject({ receivedAt });
  });

  test('has a caller rung who had rung off before it was written down', async () => {
    const receivedAt = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const sent = aContact({ reply: 'telephone', receivedAt });
    const { enquiryId, contactId } = await receiptOf(sent, people.contactOfficer);
    const [acknowledged] = await intake.events('contact-intake.referrer-acknowledged', enquiryId);
    expect(acknowledged?.data).toMatchObject({ kind: 'receipt', method: 'telephone_task' });
    await send(sent, people.contactOfficer);
    expect(await rowsIn('telephone_task', `contact_id = '${contactId}' AND kind = 'receipt'`)).toBe(1);
  });

  test('keeps who told in a row of its own, for the hub and its door, and announces the key it is sealed to', async () => {
    const sealedCaller = sealedWords('key-of-the-caller');
    const sent = aContact({ referrerKind: 'public', reply: 'telephone', sealedCaller });
    const { reference, enquiryId, contactId } = await receiptOf(sent, people.contactOfficer);
    const held = await intake.query('SELECT key_id, envelope FROM caller WHERE contact_id = $1', [contactId]);
    expect(held).toEqual([{ key_id: 'key-of-the-caller', envelope: sealedCaller.envelope }]);
    const [recorded] = await intake.events<ContactRecordedV1['data']>('contact-intake.contact-recorded', enquiryId);
    expect(recorded?.data.keyIds).toEqual(['key-1', 'key-of-the-caller']);
    const seenBy = async (as: typeof people.analyst) =>
      (await intake.as(as)('get', `/contacts/${reference}`)).body as { sealedCaller?: unknown };
    for (const as of [people.contactOfficer, people.analyst])
      expect((await seenBy(as)).sealedCaller).toEqual(sealedCaller);
    const own = await receiptOf(aContact({ sealedCaller }));
    const detail = await intake.as(people.teacher)('get', `/contacts/${own.reference}`);
    expect(detail.body).not.toHaveProperty('sealedCaller');
  });

  test('refuses to name an anonymous caller, and lets an urgent contact pass all the same', async () => {
    const named = { referrerKind: 'anonymous', reply: 'none', sealedCaller: sealedWords() } as const;
    const refused = await send(aContact(named), people.contactOfficer);
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ code: 'INTAKE.ANONYMOUS_WITH_CALLER' }]]);
    const urgent = await receiptOf(aContact({ ...named, urgent: true }), people.contactOfficer);
    expect(await intake.query('SELECT 1 FROM caller WHERE contact_id = $1', [urgent.contactId])).toHaveLength(1);
    const nobody = await receiptOf(aContact({ referrerKind: 'anonymous', reply: 'none' }), people.contactOfficer);
    expect(await intake.query('SELECT 1 FROM caller WHERE contact_id = $1', [nobody.contactId])).toEqual([]);
  });

  test('takes the draft away that it came from', async () => {
    const contact = aContact();
    await intake.as(people.teacher)('put', `/drafts/${contact.contactId}`, { kind: 'contact', sealed: sealedWords() });
    await send(contact);
    expect((await intake.as(people.teacher)('get', `/drafts/${contact.contactId}`)).status).toBe(404);
  });

  test("adds to an earlier contact of one's own, and to no other", async () => {
    const first = await receiptOf(aContact());
    const more = await receiptOf(aContact({ linkedContactId: first.contactId }));
    const [recorded] = await intake.events<ContactRecordedV1['data']>(
      'contact-intake.contact-recorded',
      more.enquiryId,
    );
    expect(recorded?.data.linkedContactId).toBe(first.contactId);
    const strangers = await send(aContact({ linkedContactId: first.contactId }), people.doctor);
    expect([strangers.status, strangers.body.code]).toEqual([422, 'INTAKE.NO_SUCH_CONTACT']);
  });

  test('counts earlier contacts about the same child before anybody has screened', async () => {
    const child = () =>
      aChild({ forenames: 'Linnet', surname: 'Overbrook', birthDate: { year: 2018, month: 4, day: 9 } });
    await receiptOf(aContact({ people: [child()] }));
    const { enquiryId } = await receiptOf(aContact({ people: [child()] }), people.doctor);
    const [recorded] = await intake.events<ContactRecordedV1['data']>('contact-intake.contact-recorded', enquiryId);
    expect(recorded?.data.repeatContacts12Months).toBe(1);
  });

  test('is closed to those who only oversee, and the refusal is on record', async () => {
    const contact = aContact();
    expect((await send(contact, people.auditor)).status).toBe(403);
    const refusals = (await intake.events('audit.audit-recorded')).filter(({ data }) => data['outcome'] === 'refused');
    expect(refusals.map(({ data }) => data['subject'])).toContainEqual({ type: 'Contact', id: contact.contactId });
  });

  describe('and reading it', () => {
    const read = (path: string, as: typeof people.teacher = people.teacher) => intake.as(as)('get', path);

    test('its sender sees it without the people; the hub sees them too, and each look is on record', async () => {
      const { reference, enquiryId } = await receiptOf(aContact());
      const own = await read(`/contacts/${reference}`);
      expect([own.status, own.body.people, own.body.consents]).toEqual([200, undefined, undefined]);
      const hub = await read(`/enquiries/${enquiryId}/contact`, people.analyst);
      expect(hub.body.people).toHaveLength(2);
      expect(hub.body.consents).toHaveLength(3);
      const looks = await intake.events('audit.audit-recorded', enquiryId);
      expect(looks.map(({ data }) => data['action'])).toEqual([
        'contact.record',
        'contact.read',
        'contact.read-with-people',
      ]);
    });

    test('reads as not found to anybody else, and to another partnership, in the same words as a typing mistake', async () => {
      const { reference, enquiryId } = await receiptOf(aContact());
      const missing = await read('/contacts/C-2222222');
      for (const as of [people.doctor, people.policeLiaison, people.igOfficer, people.otherAnalyst]) {
        const answer = await read(`/contacts/${reference}`, as);
        expect({ ...answer.body, traceId: '' }).toEqual({ ...missing.body, traceId: '' });
        expect((await read(`/enquiries/${enquiryId}/contact`, as)).status).toBe(404);
      }
    });

    test("a list holds one's own contacts, and for the door those of the partnership alone", async () => {
      const mine = await receiptOf(aContact(), people.doctor);
      const listOf = async (as: typeof people.teacher) =>
        ((await read('/contacts', as)).body as { contacts: ContactReceipt[] }).contacts.map(
          ({ contactId }) => contactId,
        );
      expect(await listOf(people.doctor)).toContain(mine.contactId);
      expect(await listOf(people.teacher)).not.toContain(mine.contactId);
      expect(await listOf(people.contactOfficer)).toContain(mine.contactId);
      expect(await listOf(people.otherAnalyst)).toEqual([]);
      expect(await listOf(people.igOfficer)).toEqual([]);
      expect(people.otherAnalyst.partnershipId).toBe(OTHER_PARTNERSHIP);
    });
  });
});
