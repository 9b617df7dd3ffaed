import { Agreements, PublicAgreementList } from '@mash/contracts';
import { SIGNATORIES } from '../demo-data/signatories.mjs';
import { establishedPartnership } from './support/established-partnership';
import { call, callAs, read } from './support/http';
import { consoleUrl } from './support/platform';

const PUBLIC = '/p/riverside/agreements';
const visit = (path: string) => fetch(`${consoleUrl()}${path}`, { redirect: 'manual' });

describe('The agreements of a partnership', () => {
  beforeAll(() => establishedPartnership());

  test('say whether we may share today: under which version, approved by which named people', async () => {
    const { agreements } = await read('governance', 'sharing', '/agreements', Agreements);
    const hub = agreements.find(({ slug }) => slug === 'riverside-mash');
    expect([hub?.state, hub?.standing, hub?.version]).toEqual(['in_force', 'in_force', 1]);
    expect(hub?.approvals.map(({ approvedBy }) => approvedBy?.name)).toContain('Dr Shirin Kazemi');
    const standing = (slug: string) => agreements.find((one) => one.slug === slug)?.standing;
    expect([standing('riverside-housing'), standing('riverside-family-charity')]).toEqual(['past_review', 'expired']);
  });

  test('are read by anybody on the console, by page and as PDF, without a cookie and without a name', async () => {
    const { body } = await call(undefined, 'sharing', '/public/partnerships/riverside/agreements');
    const { agreements } = PublicAgreementList.parse(body);
    expect(agreements.length).toBeGreaterThanOrEqual(5);
    for (const path of [PUBLIC, ...agreements.map(({ slug }) => `${PUBLIC}/${slug}`)]) {
      const page = await visit(path);
      const html = await page.text();
      expect([path, page.status, page.headers.get('set-cookie')]).toEqual([path, 200, null]);
      for (const { name } of SIGNATORIES) expect(html).not.toContain(name);
    }
    const pdf = await visit(`${PUBLIC}/riverside-mash/agreement.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('are no matter of another partnership’s administrator or analyst', async () => {
    const { body } = await callAs('stranger', 'sharing', '/agreements');
    expect(Agreements.parse(body).agreements).toEqual([]);
    expect((await visit('/p/estuary/agreements')).status).toBe(404);
  });
});
