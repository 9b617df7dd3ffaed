import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser as Chromium } from 'playwright-core';
import { begin, runIdentity } from './running-identity';

describe('The page to choose a person', () => {
  let identity: Awaited<ReturnType<typeof runIdentity>>;
  let chrome: Chromium;
  beforeAll(async () => {
    const executablePath = process.env['CHROMIUM_PATH'];
    if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM_PATH (npm run test:browser does)');
    identity = await runIdentity();
    chrome = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await chrome.close();
    await identity.close();
  });
  const start = async () => (await begin(await identity.client('web-console', 'console-secret'))).url;

  test.each([1280, 375])('has nothing that axe objects to, at %i pixels', async (width) => {
    const context = await chrome.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(await start());
    expect(await page.title()).toBe('Choose who to sign in as');
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: engine } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await engine.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await context.close();
  });

  test('works by keyboard alone and without JavaScript', async () => {
    const context = await chrome.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(await start());
    await page.getByRole('button', { name: 'Helen Okafor' }).focus();
    const wentBack = page.waitForRequest(/^http:\/\/console\.test\/sign-in\/callback\?code=/);
    await page.keyboard.press('Enter');
    expect((await wentBack).isNavigationRequest()).toBe(true);
    await context.close();
  });
});
