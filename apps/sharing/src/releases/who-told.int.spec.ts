import { type EnvelopeToOpen } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

type Person = keyof typeof people;

describe('Who told', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  forEachTest((its) => ({ sharing, enquiry } = its));

  const release = (envelopes: EnvelopeToOpen[], as: Person, changes: object = {}) =>
    enquiry.release(envelopes, { purpose: 'FEEDBACK', ...changes }, people[as]);
  const entries = () =>
    sharing.query<{ data: { outcome: string; subject: unknown } }>(
      `SELECT envelope -> 'data' AS data FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = 'caller.open' AND envelope -> 'data' ->> 'enquiryId' = $1`,
      [enquiry.enquiryId],
    );

  test.each<Person>(['analyst', 'manager'])('opens to the hub, with an entry of its own in the log: %s', async (as) => {
    const { body } = await release([await enquiry.caller('Ada Underhill')], as);
    expect(body).toMatchObject({ items: [{ visibility: 'shown', content: { name: 'Ada Underhill' } }] });
    const subject = { type: 'Contact', id: enquiry.contactId };
    expect(await entries()).toMatchObject([{ data: { outcome: 'shown', subject } }]);
  });

  test('opens to the door while somebody has to be rung, and with it nothing else', async () => {
    const [caller, concern] = [await enquiry.caller('Ada Underhill'), await enquiry.concern('She shouts.')];
    sharing.others.access.set(people.contactOfficer.id, { access: 'none', audience: 'outsider', door: true });
    expect((await release([caller], 'contactOfficer')).status).toBe(404);
    enquiry.factsAre({ intake: { callBackOpen: true } });
    const { body } = await release([caller], 'contactOfficer');
    expect(body).toMatchObject({ items: [{ visibility: 'shown', content: { name: 'Ada Underhill' } }] });
    await enquiry.accepted({ text: 'Known to us.' });
    expect((await release([caller], 'contactOfficer', { lying: [] })).body).not.toHaveProperty('missing');
    for (const envelopes of [[concern], [caller, concern]])
      expect((await release(envelopes, 'contactOfficer')).status).toBe(404);
    expect((await release([caller], 'contactOfficer', { mode: 'onward' })).status).toBe(404);
    sharing.others.access.set(people.contactOfficer.id, { access: 'conflict', audience: 'outsider' });
    expect((await release([caller], 'contactOfficer')).status).toBe(404);
  });

  test.each<[Person, string]>([
    ['policeLiaison', 'police'],
    ['socialCareManager', 'team_sc'],
    ['earlyHelpCoordinator', 'team_eh'],
    ['teacher', 'referrer_pro'],
    ['igOfficer', 'ig'],
  ])('opens to nobody else who is in the enquiry: %s, as %s', async (as, audience) => {
    sharing.others.access.set(people[as].id, { access: 'ordinary', audience });
    const caller = await enquiry.caller('Ada Underhill');
    for (const mode of ['content', 'onward']) {
      const { body } = await release([caller], as, { mode });
      expect(body).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_FOUND' }] });
    }
    expect((await entries()).map(({ data }) => data.outcome)).toEqual(['refused', 'refused']);
  });

  test('goes with no notice of immediate protection', async () => {
    const recipient = { agencyId: 'riverside-police', team: 'police' };
    const caller = await enquiry.caller('Ada Underhill');
    const { body } = await release([caller], 'analyst', { mode: 'protect', purpose: 'S47', recipient });
    expect(body).toMatchObject({ items: [], refused: [{ code: 'SHARING.NOT_FOUND' }] });
  });

  test('leaves with no concern either, where another system sealed it inside', async () => {
    const concern = await enquiry.concern('She shouts.', { caller: { name: 'Ada Underhill' } });
    const recipient = { agencyId: 'riverside-police', team: 'police' };
    const told = await release([concern], 'analyst', { mode: 'protect', purpose: 'S47', recipient });
    expect(told.body).toMatchObject({ items: [{ visibility: 'shown', content: { narrative: 'She shouts.' } }] });
    expect(JSON.stringify(told.body)).not.toContain('Underhill');
    expect(JSON.stringify((await release([concern], 'analyst')).body)).toContain('Underhill');
  });

  test('opens in its own place only: not as a concern, nor where a concern should lie', async () => {
    const caller = await enquiry.caller('Ada Underhill');
    const { body } = await release([{ ...caller, typ: 'contact' }], 'analyst');
    expect(body).toMatchObject({ items: [], refused: [{ code: 'SEAL.HEADER_MISMATCH' }] });
  });
});
