import { newId, type PassedDates } from '@mash/contracts';
import { people } from '@mash/testing';
import { aChild, aMother, anUnbornBaby } from '../../../testing/a-contact';
import { recordAContact } from '../../../testing/record-a-contact';
import { startIntake } from '../../../testing/start-intake';
import type { Intake } from '../../../testing/start-intake';

describe('What passes by date', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.close());

  const asked = { after: '2031-03-06T20:00:00.000Z', until: '2031-03-07T06:00:00.000Z' };
  const never = { judgedAfter: '2001-01-01T00:00:00.000Z', judgedUntil: '2001-01-01T00:00:00.000Z' };
  const ask = (question: object = {}, scopes = ['facts:dates'], claims = {}) => {
    const query = new URLSearchParams({ ...asked, ...never, ...question }).toString();
    return intake.asSystem(scopes, claims)('get', `/facts/passed-dates?${query}`);
  };
  const changed = async (question: object = {}): Promise<string[]> =>
    ((await ask(question)).body as PassedDates).ageChanged;
  const aContactAbout = async (...about: Parameters<typeof aChild>[0][]) =>
    (await recordAContact(intake, { people: [...about.map((one) => aChild(one)), aMother()] })).enquiryId;

  test('is a birthday that makes somebody of another kind, and no other', async () => {
    const turning = await aContactAbout({ birthDate: { year: 2018, month: 3, day: 7 } });
    const others = await Promise.all([
      aContactAbout({ birthDate: { year: 2018, month: 3, day: 8 } }),
      aContactAbout({ birthDate: { year: 2019, month: 3, day: 7 } }),
      aContactAbout({ birthDate: { year: 2018 } }),
    ]);
    const found = await changed();
    expect(found).toContain(turning);
    for (const other of others) expect(found).not.toContain(other);
    const looks = await intake.events('audit.audit-recorded');
    expect(looks.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ action: 'facts.read-passed-dates', counts: { enquiries: 1 } }),
    );
  });

  test('is a baby long due, whom a contact expects', async () => {
    const baby = anUnbornBaby({ expectedDate: '2029-02-01' });
    const { enquiryId } = await recordAContact(intake, { people: [baby, aMother()] });
    const due = { after: '2029-02-28T12:00:00.000Z', until: '2029-03-02T12:00:00.000Z' };
    expect(await changed(due)).toEqual([enquiryId]);
  });

  test('is when competence or an objection was judged, and says nothing of what was', async () => {
    const enquiryId = await aContactAbout({});
    const { body } = await intake.asSystem(['facts:read'])('get', `/facts/enquiries/${enquiryId}`);
    const [{ personId }] = (body as { people: [{ personId: string }] }).people;
    const judgedAt = '2026-01-05T12:00:00.000Z';
    const path = `/enquiries/${enquiryId}/people/${personId}/facts`;
    const put = (fact: object) =>
      intake.as(people.analyst)('post', path, { saidBy: 'professional', judgedAt, ...fact });
    expect([(await put({ objects: true })).status, (await put({ dispute: 'open' })).status]).toEqual([204, 204]);
    const within = { judgedAfter: '2026-01-05T11:00:00.000Z', judgedUntil: '2026-01-05T12:00:00.000Z' };
    expect((await ask(within)).body).toMatchObject({ judged: [{ enquiryId, at: judgedAt }] });
    const later = { judgedAfter: judgedAt, judgedUntil: '2026-02-05T12:00:00.000Z' };
    expect((await ask(later)).body).toMatchObject({ judged: [] });
  });

  test('tells no day and no name, to systems with the scope alone, and nothing of another partnership', async () => {
    await aContactAbout({ birthDate: { year: 2018, month: 3, day: 7 } });
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toMatch(/2018|Wren|Quillfeather/);
    for (const scope of ['internal', 'facts:read', 'facts:named', 'keys:lease'])
      expect((await ask({}, [scope])).status).toBe(403);
    expect((await intake.as(people.manager)('get', '/facts/passed-dates')).status).toBe(403);
    expect((await ask({}, ['facts:dates'], { partnership: newId() })).body).toEqual({ ageChanged: [], judged: [] });
    expect((await ask({ until: 'tomorrow' })).status).toBe(400);
  });
});
