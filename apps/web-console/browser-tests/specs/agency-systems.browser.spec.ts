import { DEMO_AGENCIES } from '@mash/contracts';
import type { HubTour } from '../pages/hub.page';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const printed = (proof: string): string =>
  JSON.stringify({
    ...{ agencyId: DEMO_AGENCIES.education, clientId: 'riverside-education-records', proof },
    publicKey: { kty: 'OKP', crv: 'Ed25519', kid: 'E'.repeat(43), x: 'x'.repeat(43) },
  });

describe('Agencies’ own systems, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  const tourAs = (name: string): Promise<HubTour> => stubs.tourAs(name);

  test('the administrator sees which key runs out, and registers one by pasting what the system printed', async () => {
    const tour = await tourAs('Owen Pryce');
    await tour.go('/agency-systems');
    expect(await tour.heading()).toBe('1 key ends soon and has no follower');
    expect(await tour.text()).toMatch(/Revoked .*somebody else may have it/s);
    await tour.go('/agency-systems/register');
    const { page } = tour;
    await page.locator('button', { hasText: 'Register the key' }).click();
    await tour.look('register-empty');
    expect(await page.locator('.govuk-error-summary li').count()).toBe(3);
    await page.fill('#printed', printed('stale'));
    await page.check('input[name=maySeal][value=answer]');
    await page.check('input[name=lasts][value="365"]');
    await page.locator('button', { hasText: 'Register the key' }).click();
    await tour.look('register-refused');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('does not show that this system holds');
    expect(await page.inputValue('#printed')).toBe(printed('stale'));
    await page.fill('#printed', printed('fresh'));
    await page.locator('button', { hasText: 'Register the key' }).click();
    await tour.look('registered');
    expect(new URL(page.url()).pathname).toBe('/agency-systems');
    expect(await tour.text()).toContain('riverside-education-records');
    expect(tour.faults).toEqual([]);
  });

  test('revoking says what stops, needs a reason, and stands in the list', async () => {
    const tour = await tourAs('Owen Pryce');
    await tour.go(`/agency-systems/${'A'.repeat(43)}/revoke`);
    expect(await tour.text()).toContain('What was accepted before stays readable.');
    await tour.page.locator('button', { hasText: 'Revoke the key now' }).click();
    await tour.look('revoke-without-reason');
    await tour.page.check('input[name=reason][value=lost]');
    await tour.page.locator('button', { hasText: 'Revoke the key now' }).click();
    await tour.look('revoked');
    expect(await tour.text()).toContain('it is lost');
    await tour.page.goto(`${stubs.platform.consoleUrl}/agency-systems/${'A'.repeat(43)}/revoke`);
    expect(await tour.heading()).toBe('Page not found');
    expect(tour.faults).toEqual([]);
  });

  test('information governance reads what did not open, and may revoke but not register', async () => {
    const tour = await tourAs('Helen Forsyth');
    await tour.go('/ig/envelopes');
    expect(await tour.heading()).toBe('1 envelope did not open');
    expect(await tour.text()).toContain('The key that signed it was revoked');
    await tour.go('/agency-systems');
    expect(await tour.page.locator('a', { hasText: 'Register a key' }).count()).toBe(0);
    await tour.page.goto(`${stubs.platform.consoleUrl}/agency-systems/register`);
    expect(await tour.heading()).toBe('Page not found');
    expect(tour.faults).toEqual([]);
  });
});
