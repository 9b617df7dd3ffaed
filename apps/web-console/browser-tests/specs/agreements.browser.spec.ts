import { eventually } from '@mash/testing';
import type { HubTour } from '../pages/hub.page';
import { AGREEMENTS } from '../stubs/agreement-routes';
import { DECIDED } from '../stubs/decided-enquiry';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const MANAGE = '/agreements/manage';
const version = (number: number): string => `${MANAGE}/${DECIDED.agreementId}/versions/${number}`;
const PUBLIC = '/p/riverside/agreements';

describe('Sharing agreements, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  const tourAs = (name: string | undefined, javaScript = true): Promise<HubTour> => stubs.tourAs(name, javaScript);
  const press = (tour: HubTour, text: string): Promise<void> =>
    tour.page.locator('main button', { hasText: text }).first().click();

  test('every page of them is free of faults at both widths', async () => {
    const tour = await tourAs('Owen Pryce');
    await tour.go(MANAGE);
    expect(await tour.heading()).toBe('1 agreement is unsafe today; 1 version waits for your approval');
    await tour.go(version(4));
    expect(await tour.text()).toContain("The hub may pass it on to children's social care without asking again.");
    await tour.go(`${MANAGE}/${AGREEMENTS.draft}/versions/1`);
    expect(await tour.text()).toContain('a-club is not in the register');
    await tour.go(`${MANAGE}/${DECIDED.agreementId}/compare/3/4`);
    expect(await tour.heading()).toBe('4 things differ between version 3 and version 4');
    expect(await tour.text()).toContain('now also about protective orders and bail.');
    const marked = tour.page.locator('tr', { hasText: 'Differs' }).locator('th');
    expect((await marked.allInnerTexts()).map((words) => words.split('\n')[0])).toEqual([
      'Line police-answers',
      'Review due',
    ]);
    const [before, after] = await tour.page
      .locator('tr', { hasText: 'Line police-answers' })
      .locator('td')
      .allInnerTexts();
    expect(before).not.toContain('without asking again');
    expect(after).toContain('without asking again');
    await tour.go(`${MANAGE}/${DECIDED.agreementId}/stop`);
    expect(tour.faults).toEqual([]);
  });

  test('the administrator keeps who may approve for whom; who oversees it reads it', async () => {
    const tour = await tourAs('Owen Pryce');
    await tour.go(MANAGE);
    await tour.page.locator('a', { hasText: 'Who may approve for whom' }).click();
    await tour.look('who may approve');
    expect(await tour.text()).toContain('Paul Varga');
    await tour.page.locator('a', { hasText: 'Change or end' }).click();
    await tour.fill({ 'last-day': '27', 'last-month': '3', 'last-year': '2099' });
    await tour.look('changing who may approve');
    await press(tour, 'Keep this');
    expect(await tour.text()).toContain('Until 27 March 2099');
    await tour.page.locator('a', { hasText: 'Name somebody for' }).first().click();
    await press(tour, 'Name them');
    await tour.look('naming who may approve, with errors');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(4);
    expect(tour.faults).toEqual([]);
    const reader = await tourAs('Helen Forsyth', false);
    await reader.page.goto(`${stubs.platform.consoleUrl}/signatories`);
    expect(await reader.text()).toContain('Paul Varga');
    expect(await reader.page.locator('a', { hasText: /Change or end|Name somebody/ }).count()).toBe(0);
  });

  test('a draft is written in one field, its faults are told by line, and nothing typed is lost', async () => {
    const tour = await tourAs('Owen Pryce');
    const { page } = tour;
    await tour.go(`${MANAGE}/draft`);
    const field = page.locator('textarea[name="text"]');
    const skeleton = await field.inputValue();
    await field.fill(skeleton.replace('effect: allow', 'effect: perhaps'));
    await press(tour, 'Save the draft');
    await tour.look('draft with faults');
    expect(await page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
      'Line 20: Invalid option (lines.0.effect)',
      'Line 3: Map keys must be unique',
    ]);
    expect(await field.inputValue()).toContain('effect: perhaps');
    await field.fill(skeleton);
    await press(tour, 'Save the draft');
    expect(await tour.heading()).toBe('Sharing with the youth club, version 1');
    await page.goto(`${stubs.platform.consoleUrl}${version(3)}/draft`);
    expect(await field.inputValue()).toMatch(/^version: 4$/m);
    expect(tour.faults).toEqual([]);
  });

  test('a text that is too long for any agreement is shown again with what is wrong, not lost', async () => {
    const { page } = await tourAs('Owen Pryce');
    await page.goto(`${stubs.platform.consoleUrl}${MANAGE}/draft`);
    const field = page.locator('textarea[name="text"]');
    const long = `title: "${'Ö {[]} '.repeat(180_000)}"`;
    await field.fill(long);
    await page.locator('main button', { hasText: 'Save the draft' }).click();
    expect(await page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
      'This is longer than an agreement may be',
    ]);
    expect((await field.inputValue()).length).toBe(long.length);
  });

  test('a version goes out as a file, every letter of it', async () => {
    const tour = await tourAs('Owen Pryce');
    const response = await tour.page.request.get(`${stubs.platform.consoleUrl}${version(3)}/export/yaml`);
    expect(response.headers()['content-disposition']).toBe('attachment; filename="riverside-hub-v3.yaml"');
    expect(await response.text()).toContain('title: Żółw');
    expect((await tour.page.request.get(`${stubs.platform.consoleUrl}${version(3)}/export/docx`)).status()).toBe(404);
  });

  test('without JavaScript a signatory reads what waits for them, and approves it', async () => {
    const tour = await tourAs('Paul Varga', false);
    expect(await tour.heading()).toContain('1 version waits for your approval');
    await tour.page.locator('a', { hasText: 'Read and approve' }).click();
    expect(await tour.text()).toContain('Waits for Riverside Police: Paul Varga, Head of public protection.');
    await press(tour, 'Approve for Riverside Police');
    expect(await tour.text()).toContain('Approved by every party, not in force yet');
  });

  test('anybody reads who shares what and why, in plain English, without a cookie and without faults', async () => {
    const tour = await tourAs(undefined);
    await tour.go(PUBLIC);
    await tour.page.locator('a', { hasText: 'Riverside hub sharing agreement' }).click();
    await tour.look('public agreement');
    const words = await tour.text();
    for (const said of [
      'Its review has been due since 30 June 2026',
      'The police may give information to Riverside Council',
      'Until the child is 25.',
      'you can complain to the Information Commissioner',
      'Children Act 2004 section 16LA',
    ])
      expect(words).toContain(said);
    expect(await tour.page.context().cookies()).toEqual([]);
    expect(await tour.page.locator('script[src]').count()).toBe(0);
    expect(tour.faults).toEqual([]);
  });

  test('is printed whole, without what leads elsewhere', async () => {
    const { page } = await tourAs(undefined);
    await page.goto(`${stubs.platform.consoleUrl}${PUBLIC}/riverside-hub`);
    const wordsOf = async (selector: string) =>
      (await page.locator(selector).allInnerTexts()).map((words) => words.trim()).filter((words) => words !== '');
    const said = await wordsOf('main h1, main h2, main h3, main li, main section p, main p.govuk-body-s');
    expect(said.length).toBeGreaterThan(30);
    await page.emulateMedia({ media: 'print' });
    // `innerText` leaves out what is not shown.
    const printed = await page.locator('main').innerText();
    for (const words of said) expect(printed).toContain(words);
    for (const leading of ['All agreements', 'Download as PDF', 'Skip to main content'])
      expect([leading, await page.getByText(leading).filter({ visible: true }).count()]).toEqual([leading, 0]);
    expect(await page.locator('nav:visible, footer a:visible').allInnerTexts()).toEqual([]);
    // Whose it is stays at its head.
    expect(await page.locator('header').innerText()).toContain('Riverside Safeguarding Children Partnership');
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is kept by no browser; what is not there is the same page whatever was asked for', async () => {
    const get = (path: string) => fetch(`${stubs.platform.consoleUrl}${path}`);
    const page = await get(`${PUBLIC}/riverside-hub`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('set-cookie')).toBeNull();
    const absent = await Promise.all(['/p/nowhere/agreements', `${PUBLIC}/nothing`, `${PUBLIC}/NO%20SLUG`].map(get));
    const bodies = await Promise.all(absent.map((response) => response.text()));
    expect(absent.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
      absent.map(() => [404, 'no-store']),
    );
    expect(new Set(bodies.map((body) => body.replaceAll(/nonce="[^"]+"/g, ''))).size).toBe(1);
  });

  test('a session that is open is not touched by it', async () => {
    const tour = await tourAs('Owen Pryce');
    const cookies = (await tour.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const response = await fetch(`${stubs.platform.consoleUrl}${PUBLIC}`, { headers: { cookie: cookies } });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).not.toContain('Owen Pryce');
  });

  test('sharing stops only after the page that names what stops', async () => {
    const tour = await tourAs('Helen Forsyth');
    await tour.page.goto(`${stubs.platform.consoleUrl}${MANAGE}`);
    await tour.page.locator('a', { hasText: 'Stop sharing now' }).click();
    expect(await tour.heading()).toContain('Stop sharing under');
    expect(await tour.text()).toContain('The police may give information to Riverside Council about incidents');
    await press(tour, 'Stop sharing now');
    expect(await tour.text()).toContain('Stopped: nothing is shared under it');
    await eventually(async () => {
      const open = await fetch(`${stubs.platform.consoleUrl}${PUBLIC}/riverside-hub`);
      expect(await open.text()).toContain('It no longer counts.');
    });
  });

  test('a reader without the role reads "Page not found"', async () => {
    const tour = await tourAs('Amara Osei');
    for (const path of [MANAGE, version(3), `${MANAGE}/${DECIDED.agreementId}/compare/3/4`]) {
      const response = await tour.page.goto(`${stubs.platform.consoleUrl}${path}`);
      expect([path, response?.status()]).toEqual([path, 404]);
    }
  });
});
