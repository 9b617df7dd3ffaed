import { Writable } from 'node:stream';
import { jsonLogger } from '@mash/telemetry';
import { people } from '@mash/testing';
import { aChild, aContact } from '../testing/a-contact';
import { startIntake } from '../testing/start-intake';
import type { Intake } from '../testing/start-intake';

describe('Personal data', () => {
  let intake: Intake;
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  beforeAll(async () => {
    intake = await startIntake({ log: jsonLogger('contact-intake', { destination, level: 'debug' }) });
  });
  afterAll(() => intake.close());

  test('stays out of logs and events, whether a contact is taken, refused or breaks something', async () => {
    const child = aChild({ forenames: 'Canarywren', address: { lines: '3 Canary Wharfside', postcode: 'ZE1 0CY' } });
    const contact = aContact({ people: [child] });
    const send = (body: object, key: string) =>
      intake.as(people.teacher)('post', '/contacts', body, { 'Idempotency-Key': key });
    const { enquiryId } = (await send(contact, contact.contactId)).body as { enquiryId: string };
    await send({ ...contact, people: [{ ...child, addressProtected: true }] }, 'another-key');
    await send({ ...contact, Canarywren: true }, 'a-third-key');
    const broken = aContact({ people: [aChild({ forenames: 'Canarywren\u0000' })] }); // PostgreSQL keeps no NUL
    expect((await send(broken, broken.contactId)).body).toMatchObject({ status: 400, code: 'INTAKE.UNKEEPABLE_TEXT' });
    await intake.as(people.analyst)('post', '/people/search', { enquiryId, forenames: 'Canarywren' });

    const events = await intake.query<{ envelope: object }>(
      'SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive',
    );
    expect(events.length).toBeGreaterThan(5);
    expect(JSON.stringify(events)).not.toMatch(/canary|ZE1 0CY/i);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('')).not.toMatch(/canary|ZE1 0CY/i);
  });
});
