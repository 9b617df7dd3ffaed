import { newId } from '@mash/contracts';
import type { Page } from 'playwright-core';
import { ago, DECIDED, decisionStub, enquiryStub } from '../stubs/decided-enquiry';
import { pageFaults } from '../support/axe';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const NAMES = /Kian|Marlowe|Dawn/;

describe('From the decision on, in a real browser', () => {
  const stubs = ConsoleOnStubs.forTheseTests();
  const at = (path: string): string => `${stubs.platform.consoleUrl}${path}`;
  const enquiry = (path: string): string => at(`/enquiries/${DECIDED.reference}${path}`);

  const as = (name: string, javaScript = true): Promise<Page> => stubs.pageAs(name, javaScript);

  async function faultsOf(page: Page, paths: readonly string[]): Promise<string[]> {
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(at(path));
      faults.push(...(await pageFaults(page)).map((fault) => `${path}: ${fault}`));
      if (NAMES.test(await page.title()) || NAMES.test(page.url())) faults.push(`${path}: a name in title or address`);
    }
    return faults;
  }

  const heading = (page: Page): Promise<string> => page.locator('h1').first().innerText();
  const press = (page: Page, text: string): Promise<void> =>
    page.locator('main button', { hasText: text }).first().click();

  test('the manager decides, hands over and tells the referrer, and no page of it has a fault', async () => {
    const page = await as('Grace Adeyemi');
    await page.goto(enquiry('/decide'));
    expect(await heading(page)).toBe('Decide: 1 of 2 has not answered');
    expect(await page.locator('main input[type=radio]:checked').count()).toBe(0);
    const faults = await pageFaults(page);

    await press(page, 'Decide');
    expect(await page.locator('.govuk-error-summary li').count()).toBe(10);
    faults.push(...(await pageFaults(page)));
    for (const [name, value] of Object.entries({
      'view-riverside-police': 'agrees',
      'view-riverside-health-trust': 'no_answer',
      [`confirm-${DECIDED.silentRequest}`]: 'yes',
      [`outcome-${DECIDED.child}`]: 'early_help',
      [`outcome-${DECIDED.baby}`]: 'universal',
      strategy: 'considered_not_held',
      whoTellsFamily: 'receiving_team',
    }))
      await page.locator(`input[name="${name}"][value="${value}"]`).check();
    for (const name of ['worried', 'workingWell', 'needsToHappen', 'strategyReason'])
      await page.locator(`[name="${name}"]`).fill('Words of the manager');
    await press(page, 'Decide');

    expect(await heading(page)).toContain('Hand over to Early offer of help');
    faults.push(...(await pageFaults(page)));
    await page.locator('select[name="toAgencyId"]').selectOption('riverside-early-help');
    await page.locator('[name="words"]').fill('Please offer the family help at home.');
    await page.locator('input[name="items"]').first().check();
    await press(page, 'Check what goes out');
    expect(await page.content()).toContain('The police have not released this to early help.');
    faults.push(...(await pageFaults(page)));
    await press(page, 'Send to');

    await page.goto(enquiry('/feedback'));
    expect(await page.locator('[name="letter"]').inputValue()).toContain('The family will be offered early help.');
    faults.push(...(await pageFaults(page)));
    await press(page, 'Send the letter');
    expect(await heading(page)).toContain('Decided');
    await page.goto(enquiry('/feedback'));
    expect(await heading(page)).toBe('A letter to the referrer is on its way');
    faults.push(...(await pageFaults(page)));
    faults.push(...(await faultsOf(page, [`/enquiries/${DECIDED.reference}/decision/dissent`])));
    expect(faults).toEqual([]);
  });

  test('the manager takes back a letter that waits, and no page of it has a fault', async () => {
    const letter = { feedbackId: newId(), letterId: newId(), extent: 'full', held: true, sentAt: ago(0) };
    stubs.platform.deciding.enquiry = enquiryStub({ decisions: [decisionStub()], feedback: [letter] });
    const page = await as('Grace Adeyemi');
    await page.goto(enquiry('/decision'));
    const faults = await pageFaults(page);
    await page.locator('main a', { hasText: 'Write another letter instead, or do not send it' }).click();
    expect(await heading(page)).toBe('A letter to the referrer waits');
    faults.push(...(await pageFaults(page)));
    await page.locator('main a', { hasText: 'Write another letter instead' }).click();
    expect(await heading(page)).toBe('Write another letter instead of the one that waits');
    faults.push(...(await pageFaults(page)));
    await page.locator('main a', { hasText: 'Nothing: record why' }).click();
    expect(await heading(page)).toBe('Do not send the letter that waits');
    faults.push(...(await pageFaults(page)));
    await page.locator('input[name="withheldReason"][value="safety"]').check();
    await press(page, 'Do not send it, and record the reason');
    expect(await page.content()).toContain('Told nothing');
    expect(stubs.platform.deciding.told.at(-1)?.replaces).toBe(letter.letterId);
    faults.push(...(await faultsOf(page, [`/enquiries/${DECIDED.reference}/feedback`])));
    expect(faults).toEqual([]);
  });

  test('without JavaScript the receiving team reads the handover, and a return without a reason is refused', async () => {
    const page = await as('Leila Haddad', false);
    expect(await heading(page)).toBe('1 case waits for you');
    await page.goto(at(`/inbox/${DECIDED.routeId}`));
    expect(await page.content()).toContain('There may be information that we cannot tell you about.');
    expect(await page.content()).toContain('Unsafe to tell the parent.');
    expect(await page.content()).toContain('Unconfirmed: this may be about somebody else');
    expect(await page.content()).toContain('<li>Children Act 2004 s16LA</li>');
    expect(await page.content()).toContain('Riverside Police: Court papers.');
    await press(page, 'Accept and show');
    expect(stubs.platform.asking.holder.accepted).toEqual([DECIDED.itemId]);
    await page.locator('summary', { hasText: 'Return it to the hub' }).click();
    await press(page, 'Return this case');
    expect(await page.locator('.govuk-error-summary li').count()).toBe(2);
    await page.locator('[name="workerName"]').fill('Nadia Brand');
    await press(page, 'Accept this case');
    expect(await heading(page)).toBe('Nadia Brand has this case');
  });

  test('inbox, governance and letter have no faults at either width', async () => {
    const coordinator = await as('Leila Haddad');
    const officer = await as('Helen Forsyth');
    const [admin, auditor, teacher] = [await as('Owen Pryce'), await as('Ruth Calloway'), await as('Amara Osei')];
    const { enquiryId } = DECIDED;
    const faults = [
      ...(await faultsOf(coordinator, ['/inbox', `/inbox/${DECIDED.routeId}`])),
      ...(await faultsOf(officer, [
        '/ig',
        '/ig/looks',
        `/ig/looks/${enquiryId}`,
        '/ig/log',
        `/ig/ledger/${enquiryId}`,
      ])),
      ...(await faultsOf(admin, ['/admin'])),
      ...(await faultsOf(auditor, ['/ig/log'])),
      ...(await faultsOf(teacher, [`/contacts/${DECIDED.contactReference}/letter`])),
    ];
    expect(faults).toEqual([]);
  });

  test('governance shows no name and nothing that an agency wrote', async () => {
    const officer = await as('Helen Forsyth');
    for (const path of ['/ig', `/ig/looks/${DECIDED.enquiryId}`, '/ig/log', `/ig/ledger/${DECIDED.enquiryId}`]) {
      await officer.goto(at(path));
      expect(await officer.content()).not.toMatch(/Kian|Marlowe|Called to the address/);
    }
  });

  test('a reader without the role reads "Page not found"', async () => {
    const teacher = await as('Amara Osei');
    for (const path of ['/ig', '/ig/log', '/inbox', '/agreements/manage', `/enquiries/${DECIDED.reference}/decide`]) {
      const response = await teacher.goto(at(path));
      expect([path, response?.status()]).toEqual([path, 404]);
    }
  });
});
