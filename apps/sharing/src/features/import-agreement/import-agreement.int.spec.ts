import { AgreementDetail, newId } from '@mash/contracts';
import { people } from '@mash/testing';
import { register } from '../../../testing/a-partnership';
import { anAgreement, conclude, pathOf } from '../../../testing/an-agreement';
import { startSharing, type Sharing } from '../../../testing/start-sharing';

describe('An agreement in a file', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await register(sharing);
  });
  afterAll(() => sharing.close());

  const importing = (text: string, as: typeof people.manager = people.admin) =>
    sharing.as(as)('post', '/agreements/import', { text });
  const exported = async (path: string, format: string, as: typeof people.manager = people.admin) =>
    sharing.as(as)('get', `${path}/export/${format}`);
  const drafts = async () =>
    (await sharing.query<{ n: number }>('SELECT count(*)::int AS n FROM agreement_draft'))[0]?.n;

  test.each(['yaml', 'mais'])('goes out as %s and comes in as a draft that says the same', async (format) => {
    const one = await conclude(sharing, anAgreement());
    const { text, fileName } = (await exported(pathOf(one), format)).body as { text: string; fileName: string };
    expect(fileName).toMatch(new RegExp(`^${one.slug}-v1\\.`));
    const agreementId = newId();
    const other = text.replaceAll(one.agreementId, agreementId);
    const { status, body } = await importing(other);
    expect([status, body]).toEqual([200, { agreementId, version: 1 }]);
    const path = pathOf({ ...one, agreementId });
    const draft = AgreementDetail.parse((await sharing.as(people.admin)('get', path)).body);
    expect(draft).toMatchObject({ ...one, agreementId, slug: `ours-${agreementId}`, state: 'draft' });
  });

  test('that is faulty is refused with line and field of each fault, and nothing changes', async () => {
    const before = await drafts();
    const { status, body } = await importing('agreementId: no\ntitle: [a\nlines: []');
    expect([status, (body as { code: string }).code]).toEqual([422, 'SHARING.FILE_FAULTY']);
    const text = JSON.stringify({ ...anAgreement(), tier: 'tier-9' }, null, 1);
    const { body: told } = await importing(text);
    const line = text.split('\n').findIndex((one) => one.includes('tier-9')) + 1;
    expect((told as { errors: object[] }).errors).toEqual([
      { field: 'tier', code: 'invalid_value', message: expect.stringMatching(new RegExp(`^Line ${line}: `)) },
    ]);
    expect(await drafts()).toBe(before);
  });

  test('is taken in by the administrator alone, and goes out to whoever may read it', async () => {
    const text = JSON.stringify(anAgreement());
    const before = await drafts();
    for (const person of [people.igOfficer, people.policeSignatory, people.manager])
      expect([403, 404]).toContain((await importing(text, person)).status);
    expect(await drafts()).toBe(before);
    const one = await conclude(sharing, anAgreement());
    expect((await exported(pathOf(one), 'yaml', people.policeSignatory)).status).toBe(200);
    expect((await exported(pathOf(one), 'yaml', people.healthSignatory)).status).toBe(404);
    expect((await exported(pathOf(one), 'docx')).status).toBe(404);
  });
});
