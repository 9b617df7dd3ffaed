import type { Browser } from 'playwright-core';
import { ContactFormPage } from '../pages/contact-form.page';
import { signIn } from '../pages/sign-in.page';
import { pageFaults } from '../support/axe';
import { consoleUrl, openBrowser, visitor } from '../support/browser';

describe('Taking a call, in a real browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('takes everything on one page, and the pages of the door are free of faults', async () => {
    const page = await visitor(browser);
    await signIn(page, consoleUrl(), 'Sophie Lindqvist');
    const faults = [...(await pageFaults(page))];
    await page.goto(`${consoleUrl()}/intake/call`);
    faults.push(...(await pageFaults(page)));

    const form = new ContactFormPage(page, consoleUrl());
    await form.press('record');
    faults.push(...(await pageFaults(page)));
    await form.choose('kind', 'public');
    await form.fill({
      narrative: 'Shouting every night and a child crying',
      'caller-name': 'Ada Underhill',
      'caller-telephone': '01632 960 777',
    });
    await form.fill({ 'child1-forenames': 'Rosa', 'adult1-relationship': 'uncle' });
    await form.choose('child1-protectedPlaces', 'address');
    await form.choose('urgent', 'no');
    await form.press('record');

    expect(await form.heading()).toBe('We have your concern');
    expect(await page.content()).not.toContain('Underhill');
    await page.goto(`${consoleUrl()}/intake`);
    expect(await page.content()).not.toMatch(/Underhill|Rosa/);
    faults.push(...(await pageFaults(page)));
    expect(faults).toEqual([]);
  });
});
