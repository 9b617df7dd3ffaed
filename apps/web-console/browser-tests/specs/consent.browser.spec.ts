import type { HubTour } from '../pages/hub.page';
import { aStatement } from '../stubs/consent/consent-routes';
import { HUB } from '../stubs/hub/hub-ids';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const INVENTED = /Kian|Marlow|Dawn|Tanner|RV1|burn|withdrawn|refused|police/i;
const at = (path = ''): string => `/enquiries/${HUB.reference}/people/${HUB.child}/consent${path}`;

describe('What a person has agreed to, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  const tourAs = (name: string, javaScript = true): Promise<HubTour> => stubs.tourAs(name, javaScript);
  const expectFaultless = (tour: HubTour): void => {
    expect(stubs.wrongWith(tour, INVENTED)).toEqual([]);
  };

  test('stands in three cards, never merged, with who, how, when and what they were told', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.page.goto(`${stubs.platform.consoleUrl}/enquiries/${HUB.reference}/people`);
    await tour.page.locator('main a', { hasText: 'What they have agreed to' }).first().click();
    await tour.look('consent');
    expect(await tour.heading()).toBe('Kian Marlowe: sharing given, help not known');
    expect(await tour.page.locator('article h2').allInnerTexts()).toEqual([
      'Help: not known',
      'Information being shared: given',
      'Data protection: not known',
    ]);
    expect(await tour.text()).toContain('Who would be asked, and what for.');
    const history = await tour.page.locator('table').innerText();
    for (const words of ['How: By telephone', 'They were told: Who would be asked, and what for.', 'Written down'])
      expect(history).toContain(words);
    expect(await tour.text()).toContain('More than 6 months ago: it counts no longer');
    expect(await tour.text()).toContain('Riverside Police (was asked, was shown something): told');
    expectFaultless(tour);
  });

  test('rests on the word of whoever may speak, and shows a later one of somebody else apart', async () => {
    const his = { state: 'refused', givenBy: 'other', givenById: undefined, weight: 'not_heard' } as const;
    stubs.platform.consent.statements = [aStatement(his), aStatement()];
    const tour = await tourAs('Priya Raman');
    await tour.go(at());
    await tour.look('consent with a word that does not count');
    const card = await tour.page.locator('article', { hasText: 'Information being shared' }).innerText();
    expect(card.replace(/\s+/g, ' ')).toMatch(
      /^Information being shared: given .* What was said Given Who said it .*with parental responsibility.* Also on record: it does not count What was said Refused Who said it somebody else/,
    );
    expect(await tour.text()).toContain('Does not count: whoever said it may not speak for them.');
    stubs.platform.consent.statements = [aStatement()];
    expectFaultless(tour);
  });

  test('a change says what it recalls before it is recorded, keeps every word, and seals them, without JavaScript too', async () => {
    for (const javaScript of [true, false]) {
      const tour = await tourAs('Priya Raman', javaScript);
      const { page } = tour;
      const look = (name: string) => (javaScript ? tour.look(name) : Promise.resolve()); // axe is a script
      await tour.visit(at('/change/sharing'));
      expect(await page.locator('input[type="radio"]:checked').count()).toBe(0);
      await tour.press('See what this recalls');
      await look('change with errors');
      expect(await page.locator('.govuk-error-summary').innerText()).toContain('Say what they said');
      await page.locator('[name="state"][value="withdrawn"]').check();
      await page.locator('[name="speaker"]').selectOption(HUB.mother);
      await page.locator('[name="part"][value="parent_with_pr"]').check();
      await page.locator('[name="how"]').selectOption('telephone');
      await page.locator('[name="evidence"]').fill('She rang at nine.');
      await tour.press('See what this recalls');
      await look('what it recalls');
      expect(await tour.heading()).toBe('This stops 1 question to agencies');
      expect(await tour.text()).toContain('Consent was withdrawn.');
      const before = stubs.platform.consent.stated.length;
      await tour.press('Change what you wrote');
      expect(await page.locator('[name="evidence"]').inputValue()).toBe('She rang at nine.');
      await tour.press('See what this recalls');
      await tour.press('Record this');
      expect(await tour.heading()).toBe('Kian Marlowe: sharing withdrawn, help not known');
      const sent = stubs.platform.consent.stated.at(-1);
      expect(stubs.platform.consent.stated).toHaveLength(before + 1);
      expect(sent).toMatchObject({
        state: 'withdrawn',
        givenBy: 'parent_with_pr',
        givenById: HUB.mother,
        how: 'telephone',
      });
      expect(JSON.stringify(sent)).not.toContain('rang at nine');
      stubs.platform.consent.statements = [aStatement()];
      expectFaultless(tour);
    }
  });

  test('a ground in somebody’s own words is accepted by a manager, with a reason, and not by an analyst', async () => {
    const notAsked = {
      state: 'not_sought',
      ground: 'NS_TEXT',
      givenBy: 'not_applicable',
      givenById: undefined,
    } as const;
    stubs.platform.consent.statements = [
      aStatement({ ...notAsked, how: undefined }),
      aStatement({ ...notAsked, how: undefined, kind: 'service' }),
    ];
    const analyst = await tourAs('Priya Raman');
    await analyst.go(at());
    expect(await analyst.text()).toContain('No manager has accepted this ground yet: it counts as none.');
    expect(await analyst.page.locator('button', { hasText: 'Accept this ground' }).count()).toBe(0);
    const manager = await tourAs('Grace Adeyemi');
    await manager.go(at());
    expect(await manager.page.locator('button', { hasText: 'Accept this ground' }).count()).toBe(2);
    await manager.press('Accept this ground');
    await manager.look('ground with errors');
    expect(await manager.page.locator('.govuk-error-summary').innerText()).toContain('Write why this ground counts');
    await manager.page.locator('[name^="reason-"]').first().fill('He listens in.');
    await manager.press('Accept this ground');
    expect(stubs.platform.consent.grounds.at(-1)).toMatchObject({ accepted: true });
    expect(JSON.stringify(stubs.platform.consent.grounds.at(-1))).not.toContain('listens');
    stubs.platform.consent.statements = [aStatement()];
    expectFaultless(analyst);
    expectFaultless(manager);
  });

  test('competence, objection, dispute and parental responsibility go on record with who judged them and when', async () => {
    const tour = await tourAs('Priya Raman');
    const { page } = tour;
    await tour.go(at('/facts'));
    await tour.press('Put this on record');
    await tour.look('facts with errors');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose what you put on record');
    await page.locator('[name="record"][value="proven"]').check();
    await page.locator('[name="parent"]').selectOption(HUB.mother);
    await page.locator('[name="saidBy"]').selectOption('register');
    for (const [part, value] of Object.entries({ day: '5', month: '1', year: '2026' }))
      await page.locator(`[name="judged-${part}"]`).fill(value);
    await tour.press('Put this on record');
    expect(stubs.platform.consent.facts.at(-1)).toEqual({
      ...{ parentalResponsibilityProven: true, parentId: HUB.mother, saidBy: 'register' },
      judgedAt: '2026-01-05T12:00:00.000Z',
    });
    expectFaultless(tour);
  });

  test('an agency is told in its worklist that consent changed, without a name, and confirms what became of what it held', async () => {
    const tour = await tourAs('Callum Reyes');
    await tour.go('/worklist');
    await tour.page.locator('main a', { hasText: 'Consent changed: 1 notice waits' }).click();
    await tour.look('consent notices');
    expect(await tour.heading()).toBe('1 notice waits for your confirmation');
    expect(await tour.text()).not.toMatch(/Kian|Marlowe/);
    await tour.press('Confirm');
    await tour.look('notice with errors');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Say what became of what you held');
    await tour.page.locator('[value="destroyed"]').check();
    await tour.press('Confirm');
    expect(await tour.heading()).toBe('Nothing waits to be confirmed');
    expect(stubs.platform.consent.confirmed).toEqual([{ did: 'destroyed' }]);
    expectFaultless(tour);
  });

  test('what is recalled or on hold is said in words on the worklist and on its page, and cannot be answered', async () => {
    const tour = await tourAs('Callum Reyes');
    const { asking } = stubs.platform;
    const before = asking.police;
    const changedAt = new Date().toISOString();
    for (const [state, words] of [
      ['recalled', 'Recalled: do not answer this; destroy what you noted'],
      ['held', 'On hold: do not answer this until the hub says so'],
    ] as const) {
      asking.police = {
        ...before,
        state,
        late: false,
        lines: before.lines.map((line) => ({ ...line, state, changedAt })),
      };
      await tour.go('/worklist');
      expect(await tour.text()).toContain(words);
      await tour.page.locator('h2:has-text("Not to be answered") + ul a').first().click();
      await tour.look(`request ${state}`);
      expect(await tour.heading()).toBe(words);
      expect(await tour.page.locator('button', { hasText: 'Seal and send' }).count()).toBe(0);
    }
    asking.police = before;
    expect(tour.faults).toEqual([]);
  });
});
