import type { Browser, Page } from 'playwright-core';
import { ContactFormPage } from '../pages/contact-form.page';
import { signIn, signOut } from '../pages/sign-in.page';
import { fillInWholeConcern, NARRATIVE } from '../pages/whole-concern';
import { pageFaults } from '../support/axe';
import { consoleUrl, openBrowser, visitor, WIDTHS } from '../support/browser';

const INVENTED = /Kian|Marlowe|Dawn|Tanner|RV1|burn/;

describe('Telling the hub about a child, in a real browser', () => {
  let browser: Browser;
  const faults: string[] = [];
  const publicWords: string[] = [];

  /** What is wrong with the page, and what of it stands in places that others can see: address and title. */
  const look = async (page: Page, name: string): Promise<void> => {
    faults.push(...(await pageFaults(page)).map((fault) => `${name}: ${fault}`));
    publicWords.push(page.url(), await page.title());
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(() => {
    faults.length = 0;
    publicWords.length = 0;
  });

  test('goes from sign-in to a receipt, and each page is free of faults at both widths', async () => {
    const page = await visitor(browser);
    await page.goto(`${consoleUrl()}/sign-in`);
    await look(page, 'sign-in');
    await signIn(page, consoleUrl(), 'Amara Osei');
    await look(page, 'contacts');

    const form = new ContactFormPage(page, consoleUrl());
    await fillInWholeConcern(form, (step) => look(page, step), { consent: 'agreed' });
    expect(await page.locator('main').innerText()).toContain('Dawn Marlowe; Spoken, face to face');
    await form.press('send');
    expect(page.url()).toMatch(/\/contacts\/C-[2-9A-Z]{7}\/receipt$/);
    expect(await page.locator('main').innerText()).not.toMatch(INVENTED);
    await look(page, 'receipt');

    await page.goto(page.url().replace('/receipt', ''));
    await look(page, 'track');
    await page.goto(`${consoleUrl()}/mailbox`);
    await look(page, 'mailbox');
    await page.goto(`${consoleUrl()}/nothing-here`);
    await look(page, 'not-found');
    await signOut(page);
    await look(page, 'signed-out');

    expect(faults).toEqual([]);
    expect(publicWords.filter((words) => INVENTED.test(words))).toEqual([]);
  });

  test('shows what is missing in a summary whose links lead to the fields', async () => {
    const page = await visitor(browser);
    await signIn(page, consoleUrl(), 'Amara Osei');
    const form = new ContactFormPage(page, consoleUrl());
    await form.begin();
    await form.goOn();
    await page.locator('.govuk-error-summary a').first().click();
    expect(await page.evaluate('document.activeElement.name')).toBe('danger');
    expect(await page.title()).toMatch(/^Error: /);
    await look(page, 'danger with errors');
    expect(faults).toEqual([]);
  });

  test('works without JavaScript on a telephone: a whole concern, several children, "add another" by the server', async () => {
    const page = await visitor(browser, { width: WIDTHS.telephone, javaScript: false });
    await signIn(page, consoleUrl(), 'Amara Osei');
    const form = new ContactFormPage(page, consoleUrl());
    const seen: string[] = [];
    const note = async (step: string): Promise<void> => {
      seen.push(step);
      publicWords.push(page.url(), await page.title());
    };
    await fillInWholeConcern(form, note, { consent: 'agreed' });
    expect(await page.locator('main').innerText()).toContain(NARRATIVE);
    await form.press('send');
    expect(await form.heading()).toBe('We have your concern');
    expect(seen).toContain('unborn');
    expect(publicWords.filter((words) => INVENTED.test(words))).toEqual([]);
  });

  test('sends an urgent concern without JavaScript in two presses', async () => {
    const page = await visitor(browser, { width: WIDTHS.telephone, javaScript: false });
    await signIn(page, consoleUrl(), 'Amara Osei');
    const form = new ContactFormPage(page, consoleUrl());
    await form.begin();
    await form.press('send-now');
    await form.fill({ narrative: NARRATIVE, forenames: 'Kian' });
    await page.locator('main form button').click();
    expect(await form.heading()).toBe('We have your concern');
    expect(await page.locator('main').innerText()).toContain('urgent');
  });
});
