import type { HubTour } from '../pages/hub.page';
import { AGREEMENTS, openReads } from '../stubs/agreement-routes';
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
    await tour.go(`${MANAGE}/${AGREEMENTS.draft}/versions/1`);
    expect(await tour.text()).toContain('a-club is not in the register');
    await tour.go(`${MANAGE}/${DECIDED.agreementId}/compare/3/4`);
    expect(await tour.heading()).toBe('2 things differ between version 3 and version 4');
    expect(await tour.text()).toContain('now also about protective orders and bail.');
    await tour.go(`${MANAGE}/${DECIDED.agreementId}/stop`);
    expect(tour.faults).toEqual([]);
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

  test('may be kept for a minute; what is not there is the same page whatever was asked for, and is not kept', async () => {
    const get = (path: string) => fetch(`${stubs.platform.consoleUrl}${path}`);
    const page = await get(`${PUBLIC}/riverside-hub`);
    expect(page.headers.get('cache-control')).toBe('public, max-age=60');
    expect(page.headers.get('set-cookie')).toBeNull();
    const before = openReads.count;
    await Promise.all(Array.from({ length: 20 }, () => get(`${PUBLIC}/riverside-hub`)));
    expect(openReads.count).toBe(before);
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
  });

  test('a reader without the role reads "Page not found"', async () => {
    const tour = await tourAs('Amara Osei');
    for (const path of [MANAGE, version(3), `${MANAGE}/${DECIDED.agreementId}/compare/3/4`]) {
      const response = await tour.page.goto(`${stubs.platform.consoleUrl}${path}`);
      expect([path, response?.status()]).toEqual([path, 404]);
    }
  });
});
