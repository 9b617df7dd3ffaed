import type { HubTour } from '../pages/hub.page';
import { ASKED } from '../stubs/asking/asked-ids';
import { REVIEWING } from '../stubs/reviewing/reviewing-routes';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const INVENTED = /Kian|Marlow|Dawn|\bred\b|amber|police|riverside/i;
const OVERRIDE = `/overrides/of/${REVIEWING.decisionId}`;

describe('Who answers, overrides, tasks and strategy discussions, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  const tourAs = (name: string, javaScript = true): Promise<HubTour> => stubs.tourAs(name, javaScript);
  const expectFaultless = ({ faults, publicWords }: HubTour): void => {
    expect(faults).toEqual([]);
    const publicOnes = publicWords.map((words) =>
      words.replace(stubs.platform.consoleUrl, '').replace(/name\/[a-z-]+$/, ''),
    );
    expect(publicOnes.filter((words) => INVENTED.test(words))).toEqual([]);
  };
  const press = ({ page }: HubTour, text: string): Promise<void> =>
    page.locator('main button:not([tabindex="-1"]), main a.govuk-button', { hasText: text }).first().click();
  const fill = async ({ page }: HubTour, fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  };
  const errors = ({ page }: HubTour): Promise<number> => page.locator('.govuk-error-summary li').count();
  const signInAgain = async (tour: HubTour, name: string): Promise<void> => {
    await press(tour, 'Sign in again');
    await tour.page.locator('a', { hasText: name }).click();
    await tour.page.waitForURL(`${stubs.platform.consoleUrl}/**`);
  };

  test('the administrator sees what is unsafe, names a deputy and ends a leaver', async () => {
    const tour = await tourAs('Owen Pryce');
    await tour.go('/admin');
    expect(await tour.heading()).toContain('1 agency lacks somebody to answer');
    await tour.go('/releasers');
    expect(await tour.heading()).toBe('Who answers is unsafe at 1 agency');
    expect(await tour.text()).toContain('No deputy: half of the clock passes and nobody else is asked.');
    await tour.page.locator('a', { hasText: 'Name somebody for Riverside Police' }).click();
    await press(tour, 'Name them');
    expect(await errors(tour)).toBe(4);
    await tour.look('name a releaser with errors');
    await tour.page.locator('[name="desk"][value="holder"]').check();
    await tour.page.locator('[name="seat"][value="deputy"]').check();
    const account = '0198aaaa-0000-7000-8000-000000000020';
    await fill(tour, { name: 'Ewan Price', account, 'until-day': '27', 'until-month': '3', 'until-year': '2027' });
    await press(tour, 'Name them');
    expect(stubs.platform.reviewing.appointments.at(-1)).toMatchObject({
      ...{ seat: 'deputy', accountId: account, endsAt: '2027-03-28T00:00:00.000Z' },
    });
    expect(await tour.text()).toContain('nobody has signed in with the account of Ewan Price yet');
    await tour.page.locator('a', { hasText: 'End' }).first().click();
    await tour.look('end a seat');
    await fill(tour, { 'until-day': '28', 'until-month': '3', 'until-year': '2027' });
    await press(tour, 'End it then');
    expect(stubs.platform.reviewing.ended).toEqual([{ endsAt: '2027-03-28T23:00:00.000Z' }]);
    expectFaultless(tour);
  });

  test('a manager overrides one thing after signing in again, and a second one confirms it', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(OVERRIDE);
    expect(await tour.heading()).toBe('You are about to override');
    await signInAgain(tour, 'Grace Adeyemi');
    expect(new URL(tour.page.url()).pathname).toBe(OVERRIDE);
    expect(await tour.page.locator('main input:checked').count()).toBe(0);
    expect(await tour.text()).toContain('The holder and the deputy let the clock pass: not today.');
    await press(tour, 'Override this one thing');
    expect(await errors(tour)).toBe(3);
    await tour.look('override with errors');
    await tour.page.locator('[name="strikes"][value="CONDITION_NOT_MET"]').check();
    await tour.page.locator('[name="grounds"][value="OV_HARM"]').check();
    await fill(tour, { reason: 'He is on his way there.' });
    await press(tour, 'Override this one thing');
    expect(stubs.platform.reviewing.proposed).toMatchObject([
      { sent: { grounds: ['OV_HARM'], strikes: ['CONDITION_NOT_MET'] }, reason: { reason: 'He is on his way there.' } },
    ]);
    expect(await tour.heading()).toContain('Waits for a second person');
    expect(await tour.text()).not.toContain('Confirm the override');
    await tour.look('own override');

    const second = await tourAs('Tomas Lindgren');
    await second.go('/overrides');
    expect(await second.heading()).toBe('1 override waits for you');
    await second.page.locator('main table a').first().click();
    await signInAgain(second, 'Tomas Lindgren');
    await second.look('second person');
    await press(second, 'Confirm the override');
    expect(stubs.platform.reviewing.override?.state).toBe('in_force');
    expect(await second.heading()).toContain('In force');
    expectFaultless(tour);
    expectFaultless(second);
  });

  test("somebody else's sign-in is no step-up", async () => {
    const tour = await tourAs('Grace Adeyemi');
    stubs.platform.reviewing.override = undefined;
    await tour.page.goto(`${stubs.platform.consoleUrl}${OVERRIDE}`);
    await signInAgain(tour, 'Tomas Lindgren');
    expect(await tour.heading()).toBe('You are not signed in');
  });

  test('the holder is told on the worklist, and information governance records what it thinks', async () => {
    const grace = await tourAs('Grace Adeyemi');
    await grace.page.goto(`${stubs.platform.consoleUrl}${OVERRIDE}`);
    await signInAgain(grace, 'Grace Adeyemi');
    await grace.page.locator('[name="strikes"]').first().check();
    await grace.page.locator('[name="grounds"][value="OV_LIFE"]').check();
    await fill(grace, { reason: 'There is no time.' });
    await press(grace, 'Override this one thing');
    const second = await tourAs('Tomas Lindgren');
    await second.page.goto(
      `${stubs.platform.consoleUrl}/overrides/${stubs.platform.reviewing.override?.overrideId ?? ''}`,
    );
    await signInAgain(second, 'Tomas Lindgren');
    await press(second, 'Confirm the override');

    const holder = await tourAs('Callum Reyes', false);
    await holder.page.goto(`${stubs.platform.consoleUrl}/worklist`);
    const looking = await tourAs('Callum Reyes');
    await looking.go('/worklist');
    expect(await holder.text()).toContain('the hub overrode your answer or your silence');
    expect(await holder.text()).toContain(`${ASKED.reference}: One item of Riverside Police`);
    await press(holder, 'We have seen this');
    expect(stubs.platform.reviewing.seen).toBe(true);
    expect(await holder.text()).not.toContain('the hub overrode');

    const governance = await tourAs('Helen Forsyth');
    await governance.go('/ig/overrides');
    expect(await governance.heading()).toBe('1 override waits for you');
    await governance.page.locator('main table a').first().click();
    expect(await governance.text()).toContain('He is on his way there.');
    await press(governance, 'Record it');
    expect(await errors(governance)).toBe(1);
    await governance.look('judging with an error');
    await governance.page.locator('[name="verdict"][value="explained"]').check();
    await press(governance, 'Record it');
    expect(await governance.heading()).toBe('No override waits for you');
    for (const tour of [looking, governance]) expectFaultless(tour);
  });

  test('an analyst sees what is to be done on the enquiry, late first, and puts telling off on a ground', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.page.goto(`${stubs.platform.consoleUrl}/enquiries/${ASKED.reference}`);
    await tour.look('now with tasks');
    expect(await tour.text()).toContain('Tell the parent, or record a ground for not telling');
    await tour.page.goto(`${stubs.platform.consoleUrl}/tasks`);
    await tour.look('tasks');
    expect(await tour.heading()).toBe('2 things are to be done, 1 late');
    expect(await tour.text()).toContain('About Kian Marlowe');
    expect(await tour.page.locator('.moj-notification-badge').innerText()).toContain('2');
    await press(tour, 'Do the next one');
    const task = tour.page.url();
    await press(tour, 'Record it');
    expect(await errors(tour)).toBe(2);
    await tour.look('task with errors');
    expect(await tour.text()).toContain('About Kian Marlowe');
    expect(await tour.text()).toContain('asked that something is kept from the family');
    await tour.page.locator('[name="outcome"][value="done"]').check();
    await press(tour, 'Record it');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('say that it was kept');
    await tour.page.locator('[name="outcome"][value="ground"]').check();
    await tour.page.locator('[name="ground"][value="NS_HARM"]').check();
    await fill(tour, { note: 'He reads her messages.' });
    await press(tour, 'Record it');
    expect(stubs.platform.reviewing.done).toMatchObject([
      { sent: { outcome: 'ground', ground: 'NS_HARM' }, note: { words: 'He reads her messages.' } },
    ]);
    expect(await tour.heading()).toBe('1 thing is to be done, none late');
    await tour.page.goto(task);
    await tour.look('task that is done');
    expect(await tour.text()).toContain('done by Tomas Lindgren (MASH manager)');
    expectFaultless(tour);
  });

  test('a manager records a strategy discussion, with whom, and why not', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(`/enquiries/${ASKED.reference}/strategy`);
    expect(await tour.heading()).toBe('No strategy discussion yet');
    await tour.page.locator('[name="step"][value="started"]').check();
    await press(tour, 'Record it');
    expect(await errors(tour)).toBe(1);
    await tour.look('strategy with an error');
    await tour.page.locator('[name="agencies"][value="riverside-police"]').check();
    await press(tour, 'Record it');
    expect(await tour.heading()).toBe('A strategy discussion is running');
    await tour.page.locator('[name="step"][value="held"]').check();
    await press(tour, 'Record it');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Write what was concluded');
    await fill(tour, { note: 'Joint visit today.' });
    await press(tour, 'Record it');
    expect(stubs.platform.reviewing.steps.map(({ step, sealed }) => [step, sealed !== undefined])).toEqual([
      ['started', false],
      ['held', true],
    ]);
    await tour.look('strategy held');
    expectFaultless(tour);
  });
});
