import { DEMO_AGENCIES, newId } from '@mash/contracts';
import type { HubTour } from '../pages/hub.page';
import { ASKED } from '../stubs/asking/asked-ids';
import { holderReview, ownItems } from '../stubs/asking/holder-routes';
import { ConsoleOnStubs } from '../support/console-on-stubs';
import { PlainVisitor } from '../support/plain-visitor';

const PAGE = `/what-we-said/${ASKED.enquiryId}`;
const item = (subject: string): string => `${PAGE}/${ASKED.itemId}/${subject}`;
const INVENTED = /Kian|Marlow|knife|refus|harm|alert|police|riverside/i;

describe('What an agency said, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  const tourAs = (name: string, javaScript = true): Promise<HubTour> => stubs.tourAs(name, javaScript);
  const errorsOn = (tour: HubTour): Promise<string> => tour.page.locator('.govuk-error-summary').innerText();
  const statusOf = async (tour: HubTour, path: string) =>
    (await tour.page.goto(`${stubs.platform.consoleUrl}${path}`))?.status();
  const inDays = (days: number): Record<string, string> => {
    const [year = '', month = '', day = ''] = new Date(Date.now() + days * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .split('-');
    return { 'reviewBy-day': day, 'reviewBy-month': month, 'reviewBy-year': year };
  };
  beforeEach(() => {
    const { holder } = stubs.platform.asking;
    holder.own = ownItems();
    holder.statements.length = 0;
  });

  test('is reached from what was answered, and says what stands of each item', async () => {
    stubs.platform.asking.police = {
      ...stubs.platform.asking.police,
      ...{ state: 'answered', answeredAt: new Date().toISOString() },
    };
    const tour = await tourAs('Callum Reyes');
    await tour.go('/worklist');
    await tour.follow('What we said');
    await tour.look('what we said');
    expect(await tour.heading()).toBe('Riverside Police told the hub 1 thing');
    const text = await tour.text();
    expect(text).toContain('About Kian Marlowe');
    expect(text).toMatch(/Riverside Children's Social Care\s+Refused/);
    expect(text).toContain('1 more is not shown: a law bars it');
    stubs.platform.asking.holder.reviews = [holderReview()];
    await tour.page.goto(`${stubs.platform.consoleUrl}/release-onward/${ASKED.holderDecisionId}`);
    await tour.follow('Everything that you said in this enquiry');
    expect(new URL(tour.page.url()).pathname).toBe(PAGE);
    stubs.platform.asking.holder.reviews = [];
    expect(tour.faults).toEqual([]);
    expect(tour.publicWords.filter((words) => INVENTED.test(words.replace(stubs.platform.consoleUrl, '')))).toEqual([]);
  });

  test('whoever was not sure whom it is about confirms it from their own page, and from the question', async () => {
    const { asking, recalling } = stubs.platform;
    const [only] = ownItems().items;
    const toConfirm = { kind: 'answer', id: ASKED.holdDecisionId } as const;
    asking.holder.own = { ...ownItems(), items: only === undefined ? [] : [{ ...only, toConfirm }] };
    asking.holder.reviews = [holderReview()];
    const tour = await tourAs('Callum Reyes');
    await tour.go(`/release-onward/${ASKED.holderDecisionId}`);
    expect(await tour.text()).toContain('Nobody has confirmed yet whom this is about');
    await tour.go(PAGE);
    await tour.look('not confirmed whom it is about');
    expect(await tour.text()).toMatch(/Whom it is about\s+Not confirmed/);
    await tour.follow('We are sure now whom it is about');
    await tour.check('says', 'confirmed');
    await tour.fill({ reason: 'The date of birth agrees.' });
    await tour.press('Record this');
    expect(await tour.heading()).toBe('It stands');
    expect(recalling.said.at(-1)).toMatchObject({ about: toConfirm, says: 'confirmed' });
    await tour.follow('Go back');
    expect(new URL(tour.page.url()).pathname).toBe(PAGE);
    asking.holder.reviews = [];
    expect(tour.faults).toEqual([]);
  });

  test('words to be read instead stand beside the original before they count', async () => {
    const tour = await tourAs('Callum Reyes', false);
    await tour.page.goto(`${stubs.platform.consoleUrl}${item('wording')}`);
    await tour.press('Look at both side by side');
    expect(await errorsOn(tour)).toContain('Write the words that may be read');
    await tour.fill({ wording: 'A weapon may be kept in the home.', reason: 'To protect who told us.' });
    await tour.check('who', 'everybody');
    await tour.press('Look at both side by side');
    expect(await errorsOn(tour)).toContain('from which no source can be told');
    await tour.page.locator('[name="hidesSource"]').check();
    await tour.press('Look at both side by side');
    expect(await tour.heading()).toBe('Do your words say enough, and no more?');
    expect(await tour.text()).toMatch(/knife[\s\S]*A weapon may be kept in the home\./);
    expect(stubs.platform.asking.holder.statements).toEqual([]);
    await tour.press('Change what you wrote');
    expect(await tour.page.locator('[name="wording"]').inputValue()).toBe('A weapon may be kept in the home.');
    await tour.press('Look at both side by side');
    await tour.press('Record these words');
    expect(await tour.text()).toContain('Recorded');
    expect(stubs.platform.asking.holder.statements).toEqual([
      { reason: 'To protect who told us.', wording: 'A weapon may be kept in the home.' },
    ]);
  });

  test('has no fault on any of its pages, wide or narrow, with errors and without', async () => {
    const tour = await tourAs('Callum Reyes');
    for (const [subject, button] of [
      ['wording', 'Look at both'],
      ['change', 'Record this'],
      ['relevance', 'Record this'],
      ['alert', 'Set it'],
      ['unsafe', 'Set it'],
      ['harm', 'Record this'],
    ] as const) {
      await tour.go(item(subject));
      expect(await tour.text()).toContain('What happens next');
      expect(await tour.page.locator('main input:checked').count()).toBe(0);
      await tour.press(button);
      await tour.look(`${subject}, with errors`);
    }
    await tour.visit(item('wording'));
    await tour.fill({ wording: 'Visit in pairs.', reason: 'So.' });
    await tour.check('who', 'one');
    await tour.select('recipient', DEMO_AGENCIES.health);
    await tour.press('Look at both');
    await tour.look('check the words');
    await tour.press('Record these words');
    await tour.look('recorded');
    expect(tour.faults).toEqual([]);
  });

  test('a refusal is lifted, an item is old, nobody is alerted, and harm is claimed until a day within thirty', async () => {
    const tour = await tourAs('Callum Reyes', false);
    const says = async (subject: string, button: string, fields: Record<string, string>) => {
      await tour.fill({ ...fields, reason: 'We have weighed it.' });
      await tour.press(button);
      expect([subject, new URL(tour.page.url()).pathname]).toEqual([subject, PAGE]);
    };
    await tour.visit(item('change'));
    await tour.check('recipient', `team_sc ${DEMO_AGENCIES.socialCare}`);
    await tour.check('what', 'take_back');
    await says('change', 'Record this', {});
    await tour.visit(item('relevance'));
    await tour.check('relevance', 'old');
    await says('relevance', 'Record this', {});
    await tour.visit(item('alert'));
    await tour.check('what', 'set');
    await says('alert', 'Set it', {});
    await tour.visit(item('harm'));
    expect(await tour.text()).toContain('Your agency has not authorised you to record this');
    await tour.select('recipient', DEMO_AGENCIES.school);
    for (const [days, words] of [
      [-1, 'must still be to come'],
      [40, 'must be within 30 days'],
    ] as const) {
      await tour.fill({ harm: 'He would run from home.', reason: 'So.', ...inDays(days) });
      await tour.press('Record this');
      expect(await errorsOn(tour)).toContain(words);
    }
    await says('harm', 'Record this', { harm: 'He would run from home.', ...inDays(20) });
    expect(stubs.platform.asking.holder.statements).toHaveLength(4);
    expect(stubs.platform.asking.holder.statements.at(-1)).toMatchObject({ harm: 'He would run from home.' });
  });

  test('is one statement however often it is sent, and nothing where it is forged', async () => {
    const officer = await new PlainVisitor(stubs.platform.consoleUrl).signIn('Callum Reyes');
    await officer.get(item('harm'));
    const statementId = /name="statementId" value="([^"]+)"/.exec(officer.html)?.[1] ?? '';
    const harm = { statementId, recipient: DEMO_AGENCIES.school, harm: 'He would run.', reason: 'So.', ...inDays(10) };
    await officer.send(item('harm'), harm);
    expect(officer.path).toBe(PAGE);
    await officer.get(item('harm'));
    await officer.send(item('harm'), { ...harm, harm: 'Something else.' });
    expect(officer.status).toBe(400);
    expect(officer.html).toContain('This was recorded already, and nothing was added');
    expect(stubs.platform.asking.holder.statements).toHaveLength(1);

    const fresh = { ...harm, statementId: newId() };
    for (const [changes, words] of [
      [{ recipient: 'no-such-body' }, 'Choose the agency'],
      [{ recipient: DEMO_AGENCIES.police }, 'Choose the agency'],
      [{ harm: 'x'.repeat(4_001) }, 'Use 4,000 characters or fewer'],
      [{ reason: '' }, 'Write why'],
    ] as const) {
      await officer.get(item('harm'));
      await officer.send(item('harm'), { ...fresh, ...changes });
      expect([officer.status, officer.html.includes(words)]).toEqual([400, true]);
    }
    await officer.get(item('harm'));
    await officer.send(item('harm'), { ...fresh, statementId: 'not-an-id' });
    expect(officer.status).toBe(404);
    expect(stubs.platform.asking.holder.statements).toHaveLength(1);
  });

  test('is nobody else’s: another item, another enquiry, a colleague who does not speak, the hub', async () => {
    const tour = await tourAs('Callum Reyes');
    for (const path of [
      `/what-we-said/${newId()}`,
      '/what-we-said/none',
      `${PAGE}/${newId()}/wording`,
      `/what-we-said/${newId()}/${ASKED.itemId}/wording`,
      item('everything'),
    ])
      expect([path, await statusOf(tour, path)]).toEqual([path, 404]);
    stubs.platform.asking.holder.own = { ...ownItems(), maySpeak: false };
    await tour.go(PAGE);
    expect(await tour.text()).toContain('you may read this and change nothing');
    expect(await statusOf(tour, item('wording'))).toBe(404);
    const hub = await tourAs('Priya Raman');
    for (const path of [PAGE, item('wording')]) expect(await statusOf(hub, path)).toBe(404);
    expect(tour.faults).toEqual([]);
  });

  test('whoever keeps the register authorises and ends who may record harm', async () => {
    const tour = await tourAs('Owen Pryce');
    await tour.go('/releasers');
    await tour.follow('Who may record that telling would harm a child');
    await tour.look('who may record harm');
    expect(await tour.text()).toContain('Nobody: whatever is said of harm is kept as claimed.');
    await tour.follow('Authorise somebody for Riverside Police');
    await tour.press('Authorise them');
    await tour.look('authorise, with errors');
    expect(await errorsOn(tour)).toContain('Choose who may record it');
    await tour.check('who', 'other');
    await tour.fill({ name: 'Invented Colleague', account: 'nobody' });
    await tour.press('Authorise them');
    expect(await errorsOn(tour)).toContain('Enter the account number');
    await tour.fill({ account: newId() });
    await tour.press('Authorise them');
    await tour.look('somebody may record harm');
    expect(await tour.text()).toContain('Invented Colleague, since');
    await tour.press('End this');
    expect(await tour.text()).not.toContain('Invented Colleague');
    expect(await statusOf(tour, `/detriment-authors/${DEMO_AGENCIES.school}`)).toBe(404);
    expect(tour.faults).toEqual([]);
  });
});
