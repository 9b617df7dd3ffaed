import { signIn } from '../pages/sign-in.page';
import { RECALLED } from '../stubs/recalling/recall-ids';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const BREACH = `/ig/breaches/${RECALLED.breachId}`;
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
});
