import { BoundKey, BrokenGlassList, ContactDetail, EnquiryView, newReference } from '@mash/contracts';
import { auditOf } from './support/auditing';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, callAs, read, type Answer } from './support/http';
import { once } from './support/once';
import { release } from './support/releasing';
import { ACCOUNTS, type Person } from './support/people';
import { enquiryOf } from './support/rating';
import { breakGlass, setAccess } from './support/restricting';
import { Story } from './support/story';
import { Visitor } from './support/visitor';

const WORRY = 'The door is locked from outside and nobody answers.';
const story = new Story({ family: aFamily({ surname: 'Larkfield', narrative: WORRY }), urgent: true });

/** Restricted to its manager, with one analyst in conflict, in every service. */
const shut = once(async () => {
  const enquiryId = await story.enquiryId();
  const { reference } = await eventually(() => enquiryOf(enquiryId));
  await eventually(() => setAccess(enquiryId, { restricted: true, conflicts: [ACCOUNTS.analyst] }));
  for (const [service, part] of [
    ['contact-intake', 'roster'],
    ['sharing', 'sharing-decisions'],
  ] as const)
    await eventually(async () => {
      const { status } = await callAs('secondAnalyst', service, `/enquiries/${enquiryId}/${part}`);
      expect(status).toBe(404);
    });
  return { enquiryId, reference };
});
const said = ({ status, body }: Answer) => ({ status, ...(body as object), traceId: undefined });
/** The concern's words, as far as the rules release them to this person. */
const concernFor = async (person: Person) => {
  const { enquiryId } = await shut();
  const path = `/enquiries/${enquiryId}/contact`;
  const { contactId, sealed } = await eventually(() => read(person, 'contact-intake', path, ContactDetail));
  const envelopes = [{ typ: 'contact' as const, envelopeId: contactId, version: 1, contactId, sealed }];
  return (await release(person, { enquiryId, envelopes, purpose: 'SCREEN' })).items;
};
const statusFor = async (person: Person) =>
  (await callAs(person, 'decision', `/enquiries/${(await shut()).enquiryId}`)).status;

describe('Breaking the glass by a reference', () => {
  test('answers the same, word for word, where there is no such enquiry and where it stays closed; both are on record', async () => {
    const { enquiryId, reference } = await shut();
    const none = (await breakGlass('analyst', newReference('E'))).answer;
    const conflict = (await breakGlass('analyst', reference)).answer;
    const outsider = (await breakGlass('police', reference)).answer;
    expect(said(none)).toEqual(said(conflict));
    expect(said(outsider)).toEqual(said(conflict));
    expect(none).toMatchObject({ status: 404, body: { code: 'ENQUIRY.NOT_FOUND' } });
    expect(await statusFor('analyst')).toBe(404);
    await eventually(async () => {
      const refused = (await auditOf(enquiryId)).filter(({ action }) => action === 'enquiry.break-glass');
      expect(refused.map(({ actor, outcome }) => [actor.id, outcome])).toEqual([
        [ACCOUNTS.analyst, 'refused'],
        [ACCOUNTS.police, 'refused'],
      ]);
    });
  });

  test('opens it for a while in every service, without the enquiry’s key having been given out before', async () => {
    const { enquiryId, reference } = await shut();
    expect((await callAs('secondAnalyst', 'sharing', `/enquiries/${enquiryId}/key`)).status).toBe(404);
    const { glassId, answer } = await breakGlass('secondAnalyst', reference);
    expect(answer).toMatchObject({ status: 201, body: { glassId, enquiryId } });
    const path = `/enquiries/by-reference/${reference}`;
    expect((await read('secondAnalyst', 'decision', path, EnquiryView)).brokenGlass).toMatchObject({ glassId });
    await eventually(() => read('secondAnalyst', 'sharing', `/enquiries/${enquiryId}/key`, BoundKey));
    await eventually(async () =>
      expect((await callAs('secondAnalyst', 'contact-intake', `/enquiries/${enquiryId}/roster`)).status).toBe(200),
    );
    const [concern] = await concernFor('secondAnalyst');
    expect(concern).toMatchObject({ visibility: 'shown', content: { narrative: WORRY } });
    expect(concern?.obligations).toContain('BREAK_GLASS_NOTICE');
    const { broken } = await read('governance', 'decision', '/broken-glass', BrokenGlassList);
    expect(broken).toContainEqual(expect.objectContaining({ glassId, accountId: ACCOUNTS.secondAnalyst, live: true }));
    await act('secondAnalyst', 'decision', `/broken-glass/${glassId}/end`, {});
    expect(await statusFor('secondAnalyst')).toBe(404);
  });

  test('lets the emergency duty worker in by the console, as far as the rules tell a social care team, until it is ended', async () => {
    const { reference } = await shut();
    const duty = await new Visitor().signIn('emergencyDuty');
    await duty.get(`/enquiries/${reference}`);
    expect([duty.status, duty.html.includes('Page not found')]).toEqual([404, true]);
    await duty.get('/break-glass');
    const form = { reason: 'immediate_danger', words: 'A neighbour rang at two.', told: 'yes' };
    await duty.send('/break-glass', { ...form, reference: newReference('E') });
    expect(duty.html).toContain('Nothing can be opened under this reference');
    await duty.send('/break-glass', { ...form, reference });
    expect(duty.html).toContain(`${reference} is open to you until`);
    await eventually(async () => {
      await duty.get(`/enquiries/${reference}/contact`);
      expect([duty.status, duty.html.includes('Larkfield')]).toEqual([200, true]);
    });
    // A social care team is outside the hub: before anybody judged a threshold the rules tell it none of the words.
    expect(await concernFor('emergencyDuty')).toEqual([]);
    await duty.get(`/enquiries/${reference}`);
    expect(duty.html).toContain('broke the glass');
    await duty.get(`/enquiries/${reference}/rate`);
    expect(duty.status).toBe(404);
    await duty.get(`/enquiries/${reference}`);
    const [, end = ''] = /action="(\/break-glass\/[^"]+\/end)"/.exec(duty.html) ?? [];
    await duty.send(end, {});
    await duty.get(`/enquiries/${reference}`);
    expect(duty.status).toBe(404);
  });
});
