import { ContactDetail } from '@mash/contracts';
import { PlainVisitor } from '../../apps/web-console/browser-tests/support/plain-visitor';
import { auditOf } from './support/auditing';
import { establishedPartnership } from './support/established-partnership';
import { eventually } from './support/eventually';
import { read } from './support/http';
import { once } from './support/once';
import { consoleUrl, type ServiceName } from './support/platform';
import { noticeFor } from './support/protecting';
import { enquiryOf } from './support/rating';
import { keyOf } from './support/sealing';
import { without } from './support/service-switch';

const WORRY = 'She whispers that he is back and has the keys.';

/** A teacher's concern, sent in haste from the page. */
const opened = once(async () => {
  await establishedPartnership();
  const teacher = await new PlainVisitor(consoleUrl()).signIn('Amara Osei');
  await teacher.get('/contacts/new/urgent');
  await teacher.send(teacher.path, { narrative: WORRY, forenames: 'Wren', surname: 'Larkenby' });
  const contact = /C-[2-9A-Z]{7}/.exec(teacher.path)?.[0] ?? `no receipt at ${teacher.path}`;
  const { enquiryId } = await read('teacher', 'contact-intake', `/contacts/${contact}`, ContactDetail);
  const { reference } = await eventually(() => enquiryOf(enquiryId));
  await eventually(() => keyOf(enquiryId));
  return { enquiryId, path: `/enquiries/${reference}/protect` };
});

/** The analyst presses, on the page itself. */
async function pressed(analyst: PlainVisitor, path: string): Promise<number> {
  const began = Date.now();
  const ids = ['enquiryId', 'protectionId'].map((name) => [
    name,
    new RegExp(`name="${name}" value="([^"]+)"`).exec(analyst.html)?.[1] ?? '',
  ]);
  await analyst.send(path, Object.fromEntries(ids) as Record<string, string>);
  return Date.now() - began;
}
const whileDown = (service: ServiceName) =>
  once(async () => {
    const { enquiryId, path } = await opened();
    const analyst = await new PlainVisitor(consoleUrl()).signIn('Priya Raman');
    return without(service, async () => {
      await analyst.get(path);
      const page = { status: analyst.status, html: analyst.html };
      const took = await pressed(analyst, path);
      return { enquiryId, path, page, took, analyst };
    });
  });

describe('Immediate protection while contact-intake is down', () => {
  const tried = whileDown('contact-intake');

  test('has its page, which says what a press goes without', async () => {
    const { page } = await tried();
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/names and addresses cannot be read now/);
  });

  test('is pressed, within seconds, and the notices are there', async () => {
    const { enquiryId, took, analyst } = await tried();
    expect(analyst.path).not.toMatch(/protect$/);
    expect(took).toBeLessThan(20_000);
    const { protections } = await enquiryOf(enquiryId);
    expect(protections).toMatchObject([{ notices: [{}, {}] }]);
    expect(await noticeFor('police', enquiryId)).toBeDefined();
  });
});

describe('Immediate protection while decision, which sends the notices, is down', () => {
  const tried = whileDown('decision');

  test('has its page, by the reference alone', async () => {
    const { page } = await tried();
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/Tell police and .* now\?/);
    expect(page.html).toMatch(/does not answer now/);
  });

  test('opens what is known for each recipient, to be read out, and says that nobody was sent it', async () => {
    const { analyst, took } = await tried();
    expect(analyst.status).toBe(503);
    expect(analyst.html).toMatch(/Nobody was told: ring them now/);
    expect(analyst.html).toMatch(/Read this out to Riverside Police/);
    expect(analyst.html).toContain(WORRY);
    expect(took).toBeLessThan(30_000);
  });

  test('is in the log, with what was not known', async () => {
    const { enquiryId } = await tried();
    await eventually(async () => {
      const releases = (await auditOf(enquiryId)).filter(({ action }) => action === 'release.protect');
      expect(releases).toContainEqual(expect.objectContaining({ outcome: 'shown', reasonCode: 'WITHOUT_DECISION' }));
    });
  });

  test('is sent by the same button once it answers again', async () => {
    const { enquiryId, path, analyst } = await tried();
    await eventually(() => enquiryOf(enquiryId));
    const before = (await enquiryOf(enquiryId)).protections.length;
    await pressed(analyst, path);
    expect(analyst.status).toBe(200);
    // Where the first try reached decision after all, it and this one are the same press.
    const after = (await enquiryOf(enquiryId)).protections.length;
    expect([before, before + 1]).toContain(after);
    expect(after).toBeGreaterThan(0);
  });
});
