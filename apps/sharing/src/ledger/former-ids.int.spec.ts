import { newId, type Ledger } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

describe('The ledger of somebody who was matched after something was told', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  const known = newId();

  const read = async (query: string) => (await sharing.as(people.igOfficer)('get', `/ledger?${query}`)).body as Ledger;
  const standUnder = (formerIds: { enquiryId: string; personId: string }[], person: string = known) =>
    sharing.others.answers.set(`/contact-intake/facts/people/${person}/former-ids`, { formerIds });

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    const { row } = await enquiry.answer([{ text: 'Known to us.' }]);
    await enquiry.released([row], {}, people.analyst);
  });

  test('has what was told under the id of before, in that enquiry alone', async () => {
    expect((await read(`personId=${known}`)).lines).toBe(0);
    standUnder([{ enquiryId: enquiry.enquiryId, personId: enquiry.personId }]);
    const { entries, lines } = await read(`personId=${known}`);
    expect([lines, entries[0]?.personId, entries[0]?.enquiryId]).toEqual([1, enquiry.personId, enquiry.enquiryId]);
    const asked = `/ledger/export?personId=${known}&format=json`;
    expect((await sharing.as(people.igOfficer)('get', asked)).body).toMatchObject({ entries });
    standUnder([{ enquiryId: newId(), personId: enquiry.personId }]);
    expect((await read(`personId=${known}`)).lines).toBe(0);
  });

  test('is narrowed down by the person as by their id of before, and finds nothing absent by either', async () => {
    const { row } = await enquiry.answer([{ text: 'An adoption.', facts: { bar: 'adoption' } }]);
    await enquiry.released([row], {}, people.analyst);
    standUnder([{ enquiryId: enquiry.enquiryId, personId: enquiry.personId }]);
    expect((await read(`enquiryId=${enquiry.enquiryId}&personId=${known}`)).lines).toBe(1);
    expect((await read(`enquiryId=${enquiry.enquiryId}`)).lines).toBe(2);
  });

  test('is not read while nobody can say under which ids they stood', async () => {
    sharing.others.down.set('contact-intake', 'broken');
    const asked = await sharing.as(people.igOfficer)('get', `/ledger?personId=${known}`);
    sharing.others.down.clear();
    expect(asked.status).toBe(503);
  });
});
