import type { HubTour } from '../pages/hub.page';
import { HUB } from '../stubs/hub/hub-ids';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const INVENTED = /Kian|Marlow|Dawn|Tanner|RV1|burn|999 123|red|amber|police/i;
const at = (path: string): string => `/enquiries/${HUB.reference}${path}`;

describe('The hub, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  const tourAs = (name: string): Promise<HubTour> => stubs.tourAs(name);
  const expectFaultless = (tour: HubTour): void => {
    expect(stubs.wrongWith(tour, INVENTED)).toEqual([]);
  };

  test('the queue says what is late, opens the next step in one click, and tells no name', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.look('queue');
    expect(await tour.heading()).toBe('1 is late; 42 wait');
    expect(await tour.text()).not.toMatch(/Kian|Marlowe/);
    expect(await tour.text()).toContain('3 of 5 answered, 1 late');
    expect(await tour.page.locator('tbody a').first().innerText()).toContain('Chase Riverside Police');
    await tour.go('/queue?view=mine');
    expect(await tour.heading()).toBe('Nothing waits');
    await tour.page.locator('button', { hasText: 'Take the next one' }).click();
    expect(new URL(tour.page.url()).pathname).toBe(at('/rate'));
    expectFaultless(tour);
  });

  test('every section of an enquiry is free of faults at both widths', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(at(''));
    expect(await tour.text()).toMatch(/an answer came \d\d:\d\d\. Look again\./);
    expect(await tour.text()).toContain("Riverside Children's Social Care: told, no receipt yet");
    await tour.go(at('/contact'));
    expect(await tour.text()).toContain('There may be information that we cannot tell you about.');
    await tour.go(at('/history'));
    expect(await tour.text()).toContain('A burn that nobody explains.');
    expect(await tour.text()).toContain('What was noted: She was told at home, with her sister there.');
    expectFaultless(tour);
  });

  test('what is no enquiry, or not to be known of, is the same "Page not found"', async () => {
    const tour = await tourAs('Grace Adeyemi');
    for (const reference of ['E-2222222', 'E-1', 'C-6J9L3W5']) {
      await tour.page.goto(`${stubs.platform.consoleUrl}/enquiries/${reference}`);
      expect(await tour.heading()).toBe('Page not found');
    }
    const outsider = await tourAs('Callum Reyes');
    await outsider.page.goto(`${stubs.platform.consoleUrl}${at('')}`);
    expect(await outsider.heading()).toBe('Page not found');
  });

  test('screening searches, compares and says; nobody is created before that', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.go(at('/people'));
    expect(await tour.heading()).toBe('1 person is not looked for yet');
    await tour.page.locator('button', { hasText: 'Search for this person' }).click();
    await tour.look('candidates');
    expect(await tour.page.locator('button', { hasText: 'Create' }).count()).toBe(0);
    await tour.page.locator('a', { hasText: 'Compare' }).first().click();
    await tour.look('compare');
    expect((await tour.page.locator('caption').allInnerTexts())[0]).toBe('Differences');
    expect(await tour.text()).toContain('its check digit is wrong');
    await tour.page.locator('button', { hasText: 'Different' }).click();
    await tour.look('candidates ruled out');
    expect(await tour.page.locator('button', { hasText: 'Create' }).count()).toBe(1);
    await tour.go(at('/people/roster'));
    await tour.page.locator('button', { hasText: 'Confirm who lives there' }).click();
    await tour.look('roster with errors');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Say who else lives there');
    await tour.go(at(`/people/${HUB.motherMention}/unlink`));
    expectFaultless(tour);
  });

  test('what must be kept secret is marked by an analyst, and cleared by a manager with a reason that is sealed', async () => {
    const places = at(`/people/${HUB.motherMention}/places`);
    const analyst = await tourAs('Priya Raman');
    await analyst.go(at('/people'));
    await analyst.page.locator('a', { hasText: 'What must be kept secret' }).last().click();
    await analyst.look('kept secret');
    expect(await analyst.text()).toContain('Kept secret: address.');
    expect(await analyst.text()).not.toContain('It is safe again');
    await analyst.page.locator('button', { hasText: 'Keep it secret' }).click();
    await analyst.look('kept secret with errors');
    expect(await analyst.page.locator('.govuk-error-summary').innerText()).toContain('Choose what must be kept secret');
    await analyst.check('protect', 'school');
    await analyst.page.locator('button', { hasText: 'Keep it secret' }).click();
    expect(stubs.platform.hub.protected.at(-1)).toEqual({ places: ['school'] });
    expectFaultless(analyst);

    const manager = await tourAs('Grace Adeyemi');
    await manager.go(places);
    await manager.page.locator('button', { hasText: 'Clear it' }).click();
    await manager.look('clearing with errors');
    expect(await manager.page.locator('.govuk-error-summary').innerText()).toContain('Write who says so');
    await manager.check('clear', 'address');
    await manager.fill({ reason: 'The order against Owen has ended, says the court.' });
    await manager.page.locator('button', { hasText: 'Clear it' }).click();
    expect(await manager.heading()).toContain('What must be kept secret of Dawn Marlowe?');
    const sent = stubs.platform.hub.cleared.at(-1);
    expect(sent).toMatchObject({ places: ['address'], expectedVersion: 2 });
    expect(JSON.stringify(sent)).not.toContain('court');
    expectFaultless(manager);
  });

  test('rating preselects nothing, keeps every word through errors and a clash, and seals the reasons', async () => {
    const tour = await tourAs('Grace Adeyemi');
    const { page } = tour;
    await tour.go(at('/rate'));
    expect(await tour.heading()).toMatch(/^Cannot propose: needs whether significant harm/);
    expect(await page.locator('input[name="colour"]:checked, input[name="threshold"]:checked').count()).toBe(0);
    await page.locator('input[name="fact-suspectedHarm"][value="no"]').check();
    await page.locator('button[value="propose"]').click();
    await tour.look('proposal');
    expect(await tour.heading()).toBe('The table proposes Amber');
    await page.locator('input[name="colour"][value="red"]').check();
    await page.locator('textarea[name="reasons"]').fill('The burn is not explained.');
    await page.locator('button[value="rate"]').click();
    await tour.look('rate with errors');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('say why');
    await page.locator('input[name="departureReason"][value="seriousness"]').check();
    await page.locator('input[name="threshold"][value="s47"]').check();
    await page.locator('input[name="grounds"][value="injury"]').check();
    await page.locator('input[name="strategy"][value="held"]').check();
    stubs.platform.hub.clash = true;
    await page.locator('button[value="rate"]').click();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Somebody else rated while you wrote');
    expect(await page.locator('textarea[name="reasons"]').inputValue()).toBe('The burn is not explained.');
    stubs.platform.hub.clash = false;
    await page.locator('button[value="rate"]').click();
    const sent = stubs.platform.hub.rated.at(-1);
    expect(sent).toMatchObject({ colour: 'red', departureReason: 'seriousness', threshold: { level: 's47' } });
    expect(JSON.stringify(sent)).not.toContain('burn');
    expectFaultless(tour);
  });

  test('one press tells police and social care, and the recipient confirms', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(at('/protect'));
    await tour.page.locator('button', { hasText: 'Tell them now' }).click();
    expect(new URL(tour.page.url()).pathname).toBe(at(''));
    expect(stubs.platform.hub.pressed.at(-1)?.notices.map(({ team }) => team)).toEqual(['police', 'social-care']);
    expect(stubs.platform.hub.releases.filter(({ mode }) => mode === 'protect')).toHaveLength(2);
    expectFaultless(tour);

    const officer = await tourAs('Callum Reyes');
    await officer.go('/notices');
    expect(await officer.heading()).toBe('1 notice waits for your receipt');
    await officer.page.locator('tbody a').first().click();
    await officer.look('notice');
    expect(await officer.text()).toContain('He came in with a burn');
    expect(await officer.text()).toContain('Protected: ring the hub');
    await officer.page.locator('button', { hasText: 'Confirm receipt' }).click();
    expect(await officer.heading()).toBe('You have this notice');
    expectFaultless(officer);
  });

  test('a press goes out though nothing about the case can be had; where it cannot go out, the page says to ring', async () => {
    const tour = await tourAs('Grace Adeyemi');
    const press = async (...down: string[]): Promise<void> => {
      await tour.page.goto(`${stubs.platform.consoleUrl}${at('/protect')}`);
      for (const service of down) stubs.platform.state.down.add(service);
      await tour.page.locator('button', { hasText: 'Tell them now' }).click();
    };
    const before = stubs.platform.hub.pressed.length;
    await press('contact-intake', 'sharing');
    stubs.platform.state.down.clear();
    expect(stubs.platform.hub.pressed.length).toBe(before + 1);

    await press('decision');
    await tour.look('not sent');
    expect(await tour.heading()).toBe('Nobody was told: ring them now');
    expect(await tour.text()).toContain('Read this out to Riverside Police (police)');
    expect(await tour.text()).toContain('He came in with a burn');
    stubs.platform.state.down.clear();
    await tour.page.locator('button', { hasText: 'Try again' }).click();
    expect(stubs.platform.hub.pressed.length).toBe(before + 2);

    stubs.platform.state.down.add('decision');
    await tour.visit(at('/protect'));
    await tour.look('protect, decision down');
    expect(await tour.text()).toContain('The part that sends notices does not answer now.');
    stubs.platform.state.down.clear();
    stubs.platform.state.down.add('contact-intake');
    await tour.visit(at('/protect'));
    await tour.look('protect, contact-intake down');
    expect(await tour.text()).toContain('names and addresses cannot be read now');
    stubs.platform.state.down.clear();
    expectFaultless(tour);
  });
});
