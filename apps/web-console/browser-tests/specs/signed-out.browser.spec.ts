import { newId } from '@mash/contracts';
import type { Page } from 'playwright-core';
import { HubTour } from '../pages/hub.page';
import { signIn, signOut } from '../pages/sign-in.page';
import { DECIDED } from '../stubs/decided-enquiry';
import { RECALLED } from '../stubs/recalling/recall-ids';
import { ConsoleOnStubs } from '../support/console-on-stubs';
import { PlainVisitor } from '../support/plain-visitor';

const BREACH = `/ig/breaches/${RECALLED.breachId}`;
const DECISION = {
  'view-riverside-police': 'agrees',
  'view-riverside-health-trust': 'no_answer',
  [`confirm-${DECIDED.silentRequest}`]: 'yes',
  [`outcome-${DECIDED.child}`]: 'early_help',
  [`outcome-${DECIDED.baby}`]: 'universal',
  ...{ strategy: 'considered_not_held', whoTellsFamily: 'receiving_team' },
};
const WORDS = 'We learned of it at a weekend.';

describe('A form behind a session that has ended, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  test('goes blank, is shown again once the same person has signed in elsewhere, and is sent when they say so', async () => {
    const tour = await stubs.tourAs('Helen Forsyth');
    const { page } = tour;
    await page.clock.install();
    await tour.visit(BREACH);
    await tour.check('says', 'measures');
    await tour.fill({ words: WORDS });
    await page.clock.fastForward('13:00:00');
    const [main, ended] = [page.locator('#main-content'), page.locator('#session-ended')];
    await ended.waitFor();
    expect(await main.isVisible()).toBe(false);

    await page.context().clearCookies();
    const goOn = ended.locator('button', { hasText: 'I have signed in again' });
    await Promise.all([page.waitForResponse('**/session'), goOn.click()]);
    expect(await main.isVisible()).toBe(false);

    const tab = await page.context().newPage();
    await signIn(tab, stubs.platform.consoleUrl, 'Ruth Calloway');
    await Promise.all([page.waitForResponse('**/session'), goOn.click()]);
    expect(await main.isVisible()).toBe(false);

    await page.context().clearCookies();
    await signIn(tab, stubs.platform.consoleUrl, 'Helen Forsyth');
    await goOn.click();
    await main.waitFor();
    expect(await page.locator('[name="words"]').inputValue()).toBe(WORDS);

    await tour.press('Add to the record');
    expect(await tour.heading()).toBe('This has not been sent yet');
    expect(await tour.text()).toContain(WORDS);
    await tour.look('not sent yet');
    await tour.press('Send it as I wrote it');
    expect(new URL(page.url()).pathname).toBe(BREACH);
    expect(stubs.platform.recalling.stated.map(({ says }) => says)).toEqual(['measures']);
    expect(tour.faults.filter((fault) => !fault.includes('403'))).toEqual([]);
  });

  const endSession = async (page: Page): Promise<void> => {
    await page.context().clearCookies({ name: 'session' });
    await page.context().clearCookies({ name: 'session-key' });
  };
  const bySignIn = async (page: Page, name: string): Promise<void> => {
    await page.locator('.govuk-button--start').click();
    await page.locator('a', { hasText: name }).first().click();
    await page.waitForURL((url) => url.href.startsWith(stubs.platform.consoleUrl));
  };

  test('two tabs press after it has ended: each is shown after sign-in, also after a reload, until it is sent or declined', async () => {
    const tour = await stubs.tourAs('Grace Adeyemi');
    const [{ page }, at] = [tour, (path: string) => `/enquiries/${DECIDED.reference}${path}`];
    await tour.visit(at('/decide'));
    const other = new HubTour(await page.context().newPage(), stubs.platform.consoleUrl);
    await other.visit(at('/protect'));
    await tour.fill({ worried: WORDS });
    await endSession(page);
    await tour.press('Decide');
    expect(await tour.text()).toContain('What you pressed has not been sent');
    await other.press('Tell them now');

    await bySignIn(page, 'Grace Adeyemi');
    expect(await page.locator('[name="worried"]').inputValue()).toBe(WORDS);
    await page.reload();
    expect(await page.locator('[name="worried"]').inputValue()).toBe(WORDS);
    expect(await tour.text()).toContain('Nothing has come of what you pressed');
    await tour.look('filled in after sign-in');

    await other.page.reload(); // its sign-in page leads on: they have signed in meanwhile
    expect(await other.heading()).toBe('This has not been sent yet');
    expect(await other.text()).toContain('before you pressed “Tell them now”');
    await other.look('a press that was not sent');
    await other.press('Do not send it');
    expect(new URL(other.page.url()).pathname).toBe(at('/protect'));

    await tour.press('Begin again without it');
    expect(await page.locator('[name="worried"]').inputValue()).toBe('');
    expect([...tour.faults, ...other.faults]).toEqual([]);
  });

  test('the handover that was put together is asked about, and goes at the press of the same button', async () => {
    const tour = await stubs.tourAs('Grace Adeyemi');
    const { page } = tour;
    const path = `/enquiries/${DECIDED.reference}/route`;
    await tour.visit(`/enquiries/${DECIDED.reference}/decide`);
    for (const [name, value] of Object.entries(DECISION)) await tour.check(name, value);
    const words = { worried: WORDS, workingWell: WORDS, needsToHappen: WORDS, strategyReason: WORDS };
    await tour.fill(words);
    await tour.press('Decide');
    await tour.select('toAgencyId', 'riverside-early-help');
    await tour.fill({ words: 'Please offer the family help at home.' });
    await tour.press('Check what goes out');
    await endSession(page);
    await tour.press('Send to Early offer of help');
    await bySignIn(page, 'Grace Adeyemi');
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await tour.heading()).toBe('This has not been sent yet');
    await tour.look('a handover that was not sent');
    await tour.press('Send to Early offer of help');
    await tour.visit(path);
    expect(await tour.heading()).not.toContain('Early offer of help');
    expect(tour.faults).toEqual([]);
  });

  test('older words stand beside the draft that was saved since, and a page of an earlier session signs out', async () => {
    const tour = await stubs.tourAs('Amara Osei');
    const [{ page }, concern] = [tour, `/contacts/new/${newId()}/concern`];
    await tour.visit(concern);
    const other = new HubTour(await page.context().newPage(), stubs.platform.consoleUrl);
    await other.visit(concern);
    await tour.fill({ narrative: WORDS });
    await endSession(page);
    await tour.press('Save and continue');
    const elsewhere = await (await new PlainVisitor(stubs.platform.consoleUrl).signIn('Amara Osei')).get(concern);
    await elsewhere.send(concern, { narrative: 'Newer words', action: 'continue' });
    const draft = new HubTour(await page.context().newPage(), stubs.platform.consoleUrl);
    await signIn(draft.page, stubs.platform.consoleUrl, 'Amara Osei');
    await draft.visit(concern);
    expect(await draft.page.locator('[name="narrative"]').inputValue()).toBe('Newer words');
    expect(await draft.page.locator('#older-words').innerText()).toContain(WORDS);
    await draft.look('older words beside a draft');
    await draft.press('Discard it');
    expect(await draft.page.locator('#older-words').count()).toBe(0);

    await signOut(other.page);
    await other.page.waitForURL('**/signed-out');
    expect([...draft.faults, ...other.faults]).toEqual([]);
  });
});
