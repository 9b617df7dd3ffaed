import { newId, type ConsentStatedV1, type RecordContact, type StatedConsent } from '@mash/contracts';
import { people } from '@mash/testing';
import { aChild, aContact, aMother, consentsOf, sealedWords } from '../../../testing/a-contact';
import { startIntake, type Intake } from '../../../testing/start-intake';

describe('What a contact says of consent', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.close());

  const [child, mother] = [aChild(), aMother()];
  const said = (change: Partial<StatedConsent> = {}): StatedConsent => ({
    ...{ mentionId: child.mentionId, kind: 'sharing', state: 'given', givenBy: 'parent_with_pr', how: 'telephone' },
    ...{ givenByMentionId: mother.mentionId, ...change },
  });
  const contactWith = (consent: StatedConsent, changes: Partial<RecordContact> = {}) => {
    const others = consentsOf(child.mentionId).filter(({ kind }) => kind !== consent.kind);
    return aContact({ people: [child, mother], consents: [consent, ...others], ...changes });
  };
  const send = (contact: RecordContact) =>
    intake.as(people.teacher)('post', '/contacts', contact, { 'Idempotency-Key': contact.contactId });
  const announced = async (contact: RecordContact) => {
    const { enquiryId } = (await send(contact)).body as { enquiryId: string };
    const events = await intake.events<ConsentStatedV1['data']>('contact-intake.consent-stated', enquiryId);
    return events.find(({ data }) => data.kind === 'sharing')?.data;
  };
  const words = (statementId: string, scopes = ['facts:read'], claims = {}) =>
    intake.asSystem(scopes, claims)('get', `/facts/consents/${statementId}`);

  test('is announced with who answered, how, and the noon of the day on which it was', async () => {
    const data = await announced(contactWith(said({ statedOn: '2026-11-02' })));
    expect(data).toMatchObject({
      how: 'telephone',
      givenById: expect.any(String),
      statedAt: '2026-11-02T12:00:00.000Z',
    });
    expect(data?.hasWords).toBeUndefined();
    expect(Date.parse(data?.writtenAt ?? '')).toBeGreaterThan(Date.parse('2026-11-02T12:00:00.000Z'));
  });

  test('keeps what they were told sealed, and hands it to who may read the facts and to nobody else', async () => {
    const statementId = newId();
    const contact = contactWith(said({ statementId, sealedWords: sealedWords() }));
    expect(await announced(contact)).toMatchObject({ statementId, hasWords: true });
    expect((await words(statementId)).body).toEqual({ statementId, sealed: sealedWords() });
    expect((await words(statementId, ['internal'])).status).toBe(403);
    expect((await words(statementId, ['facts:read'], { partnership: people.otherAnalyst.partnershipId })).status).toBe(
      404,
    );
    expect((await words(newId())).status).toBe(404);
  });

  test('is refused of tomorrow; an urgent contact is never held up by it, and its day is today', async () => {
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const refused = await send(contactWith(said({ statedOn: tomorrow })));
    expect(refused.body).toMatchObject({
      code: 'INTAKE.CONTACT_INCOMPLETE',
      errors: [{ field: 'consents.0.statedOn', code: 'INTAKE.CONSENT_IN_FUTURE' }],
    });
    const data = await announced(contactWith(said({ statedOn: tomorrow }), { urgent: true }));
    expect(Date.parse(data?.statedAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  test('is refused where its words name no statement, or are sealed to another key than the concern', async () => {
    const nameless = await send(contactWith(said({ sealedWords: sealedWords() })));
    expect([nameless.status, nameless.body.code]).toEqual([422, 'INTAKE.STATEMENT_NOT_NAMED']);
    const elsewhere = said({ statementId: newId(), sealedWords: sealedWords('key-2') });
    const other = await send(contactWith(elsewhere, { urgent: true }));
    expect([other.status, other.body.code]).toEqual([422, 'INTAKE.WORDS_OF_ANOTHER_KEY']);
  });

  test('is refused under the id of another statement, of this contact or an earlier one, and nothing is kept', async () => {
    const statementId = newId();
    expect((await send(contactWith(said({ statementId })))).status).toBe(201);
    const later = contactWith(said({ statementId, state: 'refused' }));
    const answer = await send(later);
    expect([answer.status, answer.body.code]).toEqual([409, 'INTAKE.STATEMENT_EXISTS']);
    expect(await intake.query('SELECT 1 FROM contact WHERE contact_id = $1', [later.contactId])).toEqual([]);
    const id = newId();
    const twice = aContact({
      ...{ people: [child, mother], urgent: true },
      consents: [said({ statementId: id }), said({ statementId: id, kind: 'service' })],
    });
    expect((await send(twice)).body.code).toBe('INTAKE.STATEMENT_TWICE');
  });
});
