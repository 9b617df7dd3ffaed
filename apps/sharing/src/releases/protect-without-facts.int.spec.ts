import { newId } from '@mash/contracts';
import { people } from '@mash/testing';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const RECIPIENT = { agencyId: 'riverside-police', team: 'police' };
type Person = keyof typeof people;

describe('Immediate protection while others do not answer', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
  });
  beforeEach(async () => {
    sharing.others.down.clear();
    enquiry = await AnEnquiry.begin(sharing);
  });
  afterAll(() => sharing.close());

  const press = async (as: Person = 'analyst', changes: object = { recipient: RECIPIENT }) =>
    enquiry.release(
      [await enquiry.concern('She will not open the door.')],
      { mode: 'protect', ...changes },
      people[as],
    );
  const entriesOf = (action: string) =>
    sharing.query<{ data: object }>(
      `SELECT envelope -> 'data' AS data FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' ->> 'enquiryId' = $2`,
      [action, enquiry.enquiryId],
    );
  const permitted = {
    items: [{ visibility: 'shown', outcome: 'PERMIT', content: { narrative: 'She will not open the door.' } }],
  };

  test.each<[string, readonly string[], 'broken' | 'hanging', string]>([
    ['contact-intake is down', ['contact-intake'], 'broken', 'WITHOUT_CONTACT_INTAKE'],
    ['decision is down', ['decision'], 'broken', 'WITHOUT_DECISION'],
    ['both are down', ['contact-intake', 'decision'], 'broken', 'WITHOUT_CONTACT_INTAKE_AND_DECISION'],
    ['both hang', ['contact-intake', 'decision'], 'hanging', 'WITHOUT_CONTACT_INTAKE_AND_DECISION'],
  ])(
    'is a PERMIT now though %s, in ledger and log, marked, with its review the next day',
    async (_what, down, how, code) => {
      for (const service of down) sharing.others.down.set(service, how);
      const began = Date.now();
      const answer = await press();
      expect(answer.body).toMatchObject(permitted);
      expect(Date.now() - began).toBeLessThan(4_000);
      const ledger = await sharing.query(
        'SELECT outcome, visibility, mode, rule FROM disclosure WHERE enquiry_id = $1',
        [enquiry.enquiryId],
      );
      expect(ledger).toEqual([{ outcome: 'PERMIT', visibility: 'shown', mode: 'protect', rule: 'R-PROT-01' }]);
      expect(await entriesOf('release.protect')).toMatchObject([{ data: { outcome: 'shown', reasonCode: code } }]);
      const tasks = await sharing.query<{ code: string }>('SELECT code FROM obligation WHERE enquiry_id = $1', [
        enquiry.enquiryId,
      ]);
      expect(tasks.map((task) => task.code)).toContain('NEXT_DAY_REVIEW');
    },
  );

  test('is a PERMIT though neither has heard of the enquiry yet', async () => {
    sharing.others.answers.delete(`/contact-intake/facts/enquiries/${enquiry.enquiryId}`);
    sharing.others.answers.delete(`/decision/facts/enquiries/${enquiry.enquiryId}`);
    expect((await press('manager')).body).toMatchObject(permitted);
  });

  test('carries no mark where both were heard', async () => {
    expect((await press()).body).toMatchObject(permitted);
    const [entry] = await entriesOf('release.protect');
    expect(entry?.data).not.toHaveProperty('reasonCode');
  });

  test.each<Person>(['policeLiaison', 'teacher', 'contactOfficer', 'igOfficer', 'otherAnalyst'])(
    'is open to nobody but the hub all the same: %s',
    async (as) => {
      sharing.others.down.set('decision', 'broken');
      expect((await press(as)).status).toBe(404);
    },
  );

  test('obeys what decision says where it can be asked: a conflict of interest keeps out', async () => {
    sharing.others.down.set('contact-intake', 'broken');
    sharing.others.access.set(people.analyst.id, { access: 'conflict', audience: 'hub_analyst' });
    expect((await press()).status).toBe(404);
  });

  test('tells police and social care only', async () => {
    for (const service of ['contact-intake', 'decision']) sharing.others.down.set(service, 'broken');
    const toHealth = await press('analyst', { recipient: { agencyId: 'riverside-health-trust' } });
    expect([toHealth.status, (toHealth.body as { code: string }).code]).toEqual([
      422,
      'SHARING.RECIPIENT_NOT_FOR_PROTECT',
    ]);
  });

  test('is read by its recipient without contact-intake; without decision nobody can say that they were told', async () => {
    const [productId, agencyId] = [newId(), people.policeLiaison.agencyId];
    const { enquiryId } = enquiry;
    const header = {
      typ: 'outward',
      partnershipId: people.analyst.partnershipId,
      version: 1,
      enquiryId,
      productId,
      agencyId,
    } as const;
    const sealed = await enquiry.seal<'outward'>(header, {
      content: { known: 'She will not open the door.' },
      by: people.analyst.id,
    });
    const envelopes = [{ typ: 'outward', envelopeId: productId, version: 1, productId, agencyId, sealed }];
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    sharing.others.down.set('contact-intake', 'broken');
    expect((await press('policeLiaison', { envelopes })).body).toMatchObject({ items: [{ visibility: 'shown' }] });
    sharing.others.down.set('decision', 'broken');
    expect((await press('policeLiaison', { envelopes })).status).toBe(503);
  });

  test('is told whom, by the reference alone, while decision does not answer', async () => {
    const enquiryReference = `E-${newId().slice(-7).toUpperCase()}`;
    const its = { referrerAgencyId: null, enquiryReference };
    const { enquiryId } = await AnEnquiry.begin(sharing, people.analyst.partnershipId, its);
    const whom = (as: Person) => sharing.as(people[as])('get', `/protection-recipients/${enquiryReference}`);
    sharing.others.down.set('decision', 'broken');
    const told = await whom('analyst');
    expect(told.body).toMatchObject({ enquiryId, openingKnown: false });
    const { recipients } = told.body as { recipients: { team: string; agencyId: string }[] };
    expect(recipients[0]).toMatchObject({ team: 'police', agencyId: 'riverside-police' });
    expect(['social-care', 'emergency-duty']).toContain(recipients[1]?.team);
    for (const as of ['policeLiaison', 'contactOfficer', 'igOfficer', 'otherAnalyst'] as const)
      expect((await whom(as)).status).toBe(404);
    sharing.others.down.clear();
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
    expect((await whom('policeLiaison')).status).toBe(404);
    sharing.others.access.set(people.analyst.id, { access: 'conflict', audience: 'hub_analyst' });
    expect((await whom('analyst')).status).toBe(404);
  });

  test('waits for the others as before where nobody is in danger', async () => {
    sharing.others.down.set('contact-intake', 'broken');
    expect((await press('analyst', { mode: 'content' })).status).toBe(503);
  });
});
