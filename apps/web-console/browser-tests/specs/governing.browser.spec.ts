import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { DECIDED } from '../stubs/decided-enquiry';
import { pageFaults } from '../support/axe';
import { ConsoleOnStubs } from '../support/console-on-stubs';
import { PlainVisitor } from '../support/plain-visitor';

const NAMES = /Kian|Marlowe|Dawn/;

describe('Holding and erasing an enquiry, in a real browser', () => {
  const stubs = ConsoleOnStubs.forTheseTests();
  const at = (path: string): string => `${stubs.platform.consoleUrl}${path}`;
  const faults: string[] = [];

  const as = (name: string): Promise<Page> => stubs.pageAs(name);
  const heading = (page: Page): Promise<string> => page.locator('h1').first().innerText();
  const press = (page: Page, text: string): Promise<void> =>
    page.locator('main .govuk-button', { hasText: text }).first().click();
  /** Looks at the page as axe does, and keeps a picture of it. */
  async function look(page: Page, name: string): Promise<void> {
    faults.push(...(await pageFaults(page)).map((fault) => `${name}: ${fault}`));
    if (NAMES.test(`${await page.title()} ${page.url()} ${await page.content()}`)) faults.push(`${name}: a name`);
    const folder = process.env['MASH_PICTURES'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }

  test('an officer holds an enquiry for a court, asks for its erasure once the hold is lifted, and a manager confirms', async () => {
    const officer = await as('Helen Forsyth');
    await officer.goto(at('/ig'));
    expect(await officer.content()).toContain('2 rows are not as written, and 1 was not');
    await look(officer, 'desk');
    await officer.locator('a', { hasText: 'Hold an enquiry for a court' }).click();
    await officer.locator('[name="enquiry"]').fill('E-2222222');
    await press(officer, 'Show what holds it');
    expect(await officer.locator('.govuk-error-summary').innerText()).toContain('No enquiry was found');
    await officer.locator('[name="enquiry"]').fill('e 7k2q4x9');
    await press(officer, 'Show what holds it');
    expect(await heading(officer)).toBe('Nothing holds this enquiry');
    await look(officer, 'enquiry');

    await press(officer, 'Place a legal hold');
    await officer.locator('main [name="reference"]').fill('for Mrs Marsh');
    await press(officer, 'Place the hold');
    expect(await officer.locator('.govuk-error-summary li').count()).toBe(2);
    await look(officer, 'place-hold-wrong');
    await officer.locator('main [name="reference"]').fill('CT-2026-0193');
    await officer.locator('[name="reason"]').fill('Care proceedings have been issued.');
    await press(officer, 'Place the hold');
    expect(await heading(officer)).toBe('CT-2026-0193 holds this enquiry');
    await look(officer, 'hold');
    await officer.locator('a', { hasText: 'Everything that holds' }).click();
    expect(await heading(officer)).toBe('1 legal hold stands on this enquiry');
    expect(await officer.content()).toContain('It cannot be erased while a legal hold stands.');
    expect(await officer.locator('main .govuk-button', { hasText: 'Ask for its erasure' }).count()).toBe(0);
    await officer.goto(at('/ig/holds'));
    await look(officer, 'holds');
    await officer.locator('main a', { hasText: 'CT-2026-0193' }).click();
    await officer.locator('[name="reason"]').fill('The proceedings have ended.');
    await press(officer, 'Lift this hold');
    expect(await heading(officer)).toBe('CT-2026-0193 holds it no more');

    await officer.goto(at(`/ig/enquiry/${DECIDED.enquiryId}`));
    await press(officer, 'Ask for its erasure');
    await officer.locator('[name="retentionRule"]').fill('RS-4.2');
    await officer.locator('[name="reason"]').fill('Seven years are over.');
    await look(officer, 'ask-for-erasure');
    await press(officer, 'Ask for its erasure');
    expect(await heading(officer)).toBe('This erasure waits for a second person');
    expect(await officer.content()).toContain('A second person must confirm it');
    expect(await officer.locator('main button', { hasText: 'Erase this enquiry' }).count()).toBe(0);
    await look(officer, 'erasure-own');
    const path = new URL(officer.url()).pathname;

    const manager = await as('Grace Adeyemi');
    await manager.goto(at('/ig/erasures'));
    expect(await heading(manager)).toBe('1 waits for a second person');
    await look(manager, 'erasures');
    await manager.goto(at(path));
    expect(await manager.content()).toContain('It cannot be taken back');
    await look(manager, 'erasure-confirm');
    await press(manager, 'Erase this enquiry for good');
    expect(await heading(manager)).toBe('Erased; 1 of 4 parts is not done yet');
    expect(await manager.content()).not.toContain('Seven years are over');
    await look(manager, 'erasure-done');
    await officer.goto(at(`/ig/enquiry/${DECIDED.enquiryId}`));
    expect(await heading(officer)).toBe('This enquiry was erased');
    await officer.goto(at('/ig/rows'));
    expect(await heading(officer)).toBe('2 rows are not as written, and 1 was not');
    expect(await officer.content()).toContain('put back since');
    await look(officer, 'rows');
    await press(officer, 'I have seen these and told the operator');
    expect(await heading(officer)).toBe('2 rows are not as written');
    expect(await officer.content()).toContain('Acknowledged, and still so');
    expect(await officer.locator('main form').count()).toBe(0);
    await look(officer, 'rows-acknowledged');
    expect(faults).toEqual([]);
  });

  test('an officer narrows the ledger down from a child’s reference, takes it away, and settles unusual looking', async () => {
    const officer = await as('Helen Forsyth');
    await officer.goto(at('/ig/ledger'));
    await officer.locator('[name="enquiry"]').fill(DECIDED.reference);
    await press(officer, 'Show the ledger');
    expect(await heading(officer)).toBe('0 disclosed, 2 refused or waiting');
    expect(await officer.locator('main td', { hasText: 'Does not open: reported' }).count()).toBe(1);
    expect(await officer.locator('main table', { hasText: 'Questions that were refused' }).innerText()).toContain(
      'Consent was refused, and it is not necessary.',
    );
    await look(officer, 'ledger');
    const [questions] = await Promise.all([
      officer.waitForEvent('download'),
      officer.locator('main a', { hasText: 'Take these questions away as JSON' }).click(),
    ]);
    expect(questions.suggestedFilename()).toBe('refused-questions.json');
    expect(readFileSync(await questions.path(), 'utf8')).toContain('"outcome": "DENY"');
    await officer.locator('main a', { hasText: DECIDED.child }).first().click();
    expect(new URL(officer.url()).search).toBe(`?person=${DECIDED.child}`);
    await officer.locator('main a', { hasText: 'R-HLD-02' }).click();
    await look(officer, 'ledger-narrowed');
    const [download] = await Promise.all([
      officer.waitForEvent('download'),
      officer.locator('main a', { hasText: 'Take it away as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('disclosure-ledger.csv');
    expect(await download.failure()).toBeNull();
    await officer.goto(at(`/ig/ledger/${DECIDED.enquiryId}?person=${DECIDED.child}`));
    expect(await officer.locator('main').innerText()).toContain('tell of the whole household, and are here whoever');
    expect(await officer.locator('main').innerText()).toContain('Versions of the facts: roster 2, rating 1');
    await officer.locator('main a', { hasText: 'This person in every enquiry' }).click();
    expect(await officer.locator('main').innerText()).toContain('of any other enquiry its own ledger has them');
    await look(officer, 'ledger-of-a-person');
    const [theirs] = await Promise.all([
      officer.waitForEvent('download'),
      officer.locator('main a', { hasText: 'Take these questions away as CSV' }).click(),
    ]);
    expect(readFileSync(await theirs.path(), 'utf8')).toContain(DECIDED.child);
    await officer.goto(at('/ig'));
    await officer.locator('main a', { hasText: 'One account opened 61 people within an hour' }).click();
    expect(await heading(officer)).toBe('1 unusual look waits for an explanation');
    await look(officer, 'unusual');
    await press(officer, 'Ask manager');
    expect(await officer.content()).toContain('Noted: their manager is to be asked');
    expect(await officer.content()).toContain('Nobody is told by it: ask them yourself.');
    await press(officer, 'Explained');
    expect(await heading(officer)).toBe('No unusual looking waits for an explanation');
    expect(await officer.locator('main form').count()).toBe(0);
    await look(officer, 'unusual-explained');
    expect(faults).toEqual([]);
  });

  test('without JavaScript a hold is placed, stops what waits, and is said where somebody presses on', async () => {
    const officer = await new PlainVisitor(stubs.platform.consoleUrl).signIn('Helen Forsyth');
    await officer.get(`/ig/enquiry/${DECIDED.enquiryId}/erase`);
    await officer.send(`/ig/enquiry/${DECIDED.enquiryId}/erase`, { retentionRule: 'RS-4.2', reason: 'Due.' });
    expect(officer.html).toContain('This erasure waits for a second person');
    const { path } = officer;
    await officer.get(`/ig/enquiry/${DECIDED.enquiryId}/hold`);
    await officer.send(`/ig/enquiry/${DECIDED.enquiryId}/hold`, { reference: 'CT-2026-0193', reason: 'Proceedings.' });
    expect(officer.html).toContain('CT-2026-0193 holds this enquiry');
    const manager = await new PlainVisitor(stubs.platform.consoleUrl).signIn('Grace Adeyemi');
    await manager.get(path);
    expect(manager.html).toContain('A legal hold stops this erasure');
    await manager.send(`${path}/confirm`, {});
    expect(manager.html).toContain('A legal hold stands on this enquiry: CT-2026-0193.');
  });

  test('is nobody else’s: an analyst and a referrer read "Page not found", the auditor looks and changes nothing', async () => {
    const [analyst, teacher, auditor] = [await as('Priya Raman'), await as('Amara Osei'), await as('Ruth Calloway')];
    for (const page of [analyst, teacher])
      for (const path of ['/ig/enquiry', '/ig/holds', '/ig/erasures', '/ig/rows'])
        expect([path, (await page.goto(at(path)))?.status()]).toEqual([path, 404]);
    expect((await auditor.goto(at('/ig/enquiry')))?.status()).toBe(404);
    expect((await auditor.goto(at('/ig/ledger')))?.status()).toBe(404);
    for (const path of ['/ig/holds', '/ig/erasures', '/ig/rows'])
      expect([path, (await auditor.goto(at(path)))?.status()]).toEqual([path, 200]);
    expect(await auditor.locator('main button').count()).toBe(0);
    await auditor.locator('nav a', { hasText: 'Information governance' }).click();
    expect(await heading(auditor)).toMatch(/information governance$|cannot be shown$/);
    await look(auditor, 'ig-for-the-auditor');
    const links = await auditor.locator('main a').all();
    for (const href of await Promise.all(links.map((link) => link.getAttribute('href'))))
      expect([href, (await auditor.goto(at(href ?? '')))?.status()]).toEqual([href, 200]);
  });
});
