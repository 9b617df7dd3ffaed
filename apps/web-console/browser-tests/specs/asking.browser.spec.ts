import { newId } from '@mash/contracts';
import { AnswerPage } from '../pages/answer.page';
import type { HubTour } from '../pages/hub.page';
import { ASKED } from '../stubs/asking/asked-ids';
import { policeRequest } from '../stubs/asking/asked-requests';
import { holderReview, holdTask, toldInProtection } from '../stubs/asking/holder-routes';
import { HUB } from '../stubs/hub/hub-ids';
import { ConsoleOnStubs } from '../support/console-on-stubs';

const INVENTED = /Kian|Marlow|Dawn|Tanner|RV1|burn|\bred\b|amber|police|riverside/i;
const at = (path: string): string => `/enquiries/${ASKED.reference}${path}`;
const ITEM = {
  person: HUB.child,
  category: 'police-incidents',
  text: 'Called by Jo Penn next door.',
  thirdWords: 'Jo Penn',
} as const;
const ANSWER = `/requests/${ASKED.requestId}/answer`;

describe('Asking and answering, in a real browser, on stubs', () => {
  const stubs = ConsoleOnStubs.forTheseTests();

  const tourAs = (name: string, javaScript = true): Promise<HubTour> => stubs.tourAs(name, javaScript);
  const expectFaultless = (tour: HubTour): void => {
    expect(stubs.wrongWith(tour, INVENTED)).toEqual([]);
  };
  beforeEach(() => {
    const { asking, state } = stubs.platform;
    asking.police = policeRequest();
    for (const kept of [asking.answers, asking.requests, asking.reasons]) kept.length = 0;
    state.drafts.clear();
  });

  test('a liaison officer reads what is owed, without a name, and answers it without JavaScript', async () => {
    const tour = await tourAs('Callum Reyes', false);
    await tour.page.goto(`${stubs.platform.consoleUrl}/worklist`);
    expect(await tour.heading()).toBe('1 is owed, 1 late');
    expect(await tour.text()).not.toMatch(/Kian|Marlowe/);
    await tour.page.locator('a', { hasText: 'Answer the next one' }).click();
    expect(await tour.heading()).toBe('0 of 2 people searched, 0 items entered');
    expect(await tour.text()).toContain('A part answer now beats a full one later.');

    await tour.press('Seal and send');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(2);
    await new AnswerPage(tour).search(HUB.child, 'known_current');
    await tour.page.locator(`[name="identity-${HUB.child}"][value="confirmed"]`).check();
    await tour.press('Same coverage for all');
    expect(await tour.heading()).toBe('1 of 2 people searched, 0 items entered');
    await tour.page.locator(`[name="state-${HUB.mother}"][value="not_known"]`).check();

    await new AnswerPage(tour).write(ITEM);
    await tour.press('Seal and send');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Add the item that you were writing');
    await tour.press('Add this item');
    expect(await tour.heading()).toBe('2 of 2 people searched, 1 item entered');
    const drafts = [...stubs.platform.state.drafts.values()];
    expect(drafts.map(({ kind }) => kind)).toEqual(['answer']);
    expect(JSON.stringify(drafts)).not.toContain('Jo Penn');
    await tour.press('Seal and send');
    expect(await tour.heading()).toBe('Your answer is sent');

    const [answer] = stubs.platform.asking.answers;
    expect(answer?.sent).toMatchObject({ complete: true });
    expect(answer?.contents).toMatchObject([
      { coverage: { state: 'known_current' }, items: [{ text: 'Called by Jo Penn next door.', kind: 'fact' }] },
      { coverage: { state: 'not_known' }, items: [] },
    ]);
    expect(stubs.platform.state.drafts.size).toBe(0);
  });

  test('a liaison officer keeps an item for people of the hub by name, without JavaScript', async () => {
    const tour = await tourAs('Callum Reyes', false);
    await tour.page.goto(`${stubs.platform.consoleUrl}${ANSWER}`);
    await new AnswerPage(tour).write(ITEM);
    await tour.select('item-handling', 'C');
    await tour.page.locator('summary', { hasText: 'Condition for handling' }).click();
    await tour.select('item-condition', 'NAMED');
    await tour.press('Add this item');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Tick whom it is for');
    await tour.page.getByLabel('Grace Adeyemi (MASH manager)').check();
    await tour.press('Add this item');
    expect(await tour.text()).toContain('Handling C: only for the people ticked');
    await tour.page.locator('[name="change"]').first().click();
    expect(await tour.page.getByLabel('Grace Adeyemi (MASH manager)').isChecked()).toBe(true);
  });

  test("no page of a liaison officer's has a fault, and none puts a name where others see it", async () => {
    stubs.platform.asking.police = { ...stubs.platform.asking.police, state: 'open', decided: true };
    const tour = await tourAs('Callum Reyes');
    await tour.go('/worklist');
    await tour.go(ANSWER);
    await new AnswerPage(tour).write(ITEM);
    await tour.fill({ 'item-when': '31/2' });
    await tour.press('Add this item');
    expect(await tour.page.locator('[name="item-text"]').inputValue()).toBe('Called by Jo Penn next door.');
    await tour.look('answer with an error');
    await tour.fill({ 'item-when': 't' });
    await tour.press('Add this item');
    await tour.page.locator('summary', { hasText: 'Paste a table' }).click();
    await tour.select('item-bar', 'none');
    await tour.fill({ paste: '3/11\tIncid\tfact\tA call-out\nwinter 2024\tIncid\topinion\tAnother one' });
    await tour.press('Add these rows');
    expect(await tour.heading()).toContain('3 items entered');
    await tour.look('answer with items');
    await tour.go(`/requests/${ASKED.requestId}/answered`);
    await tour.go('/reviews');
    expectFaultless(tour);
  });

  test('a holder reads its own item, and releases it in other words; then keeps "do not alert"; without JavaScript', async () => {
    const { holder } = stubs.platform.asking;
    holder.reviews = [holderReview()];
    holder.tasks = [holdTask()];
    const tour = await tourAs('Callum Reyes', false);
    await tour.page.goto(`${stubs.platform.consoleUrl}/worklist`);
    expect(await tour.text()).toContain(`Release onward ${ASKED.reference}`);
    await tour.page.locator('a', { hasText: 'Release onward' }).first().click();
    expect(await tour.heading()).toBe(
      "May Riverside Children's Social Care read what Riverside Police said about Kian Marlowe, for a child protection enquiry (section 47)?",
    );
    expect(await tour.page.locator('main input:checked').count()).toBe(0);
    await tour.press('Give this answer');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Choose what may become of it');
    await tour.page.locator('[name="choice"][value="wording"]').check();
    await tour.page.locator('[name="ground"][value="child_safety_outweighs"]').check();
    await tour.page.locator('[name="hidesSource"]').check();
    await tour.fill({ wording: 'A weapon may be kept in the home.', reason: 'They must visit in pairs.' });
    await tour.press('Give this answer');
    expect(holder.statements).toEqual([
      { wording: 'A weapon may be kept in the home.', reason: 'They must visit in pairs.' },
    ]);

    expect(await tour.heading()).toContain('Do you still say “do not alert”?');
    await tour.page.locator('[name="choice"][value="hold"]').check();
    await tour.fill({ reason: 'The arrest is on Friday.' });
    await tour.press('Record this');
    expect(holder.statements).toHaveLength(2);
    expect(await tour.text()).not.toContain('Release onward');
  });

  test('a holder whose answer is lost reads so, and says whether letters and telling the parent still wait', async () => {
    const { holder } = stubs.platform.asking;
    holder.tasks = [{ ...holdTask(), itemId: newId() }];
    const said = holder.statements.length;
    const tour = await tourAs('Callum Reyes');
    await tour.go(`/release-onward/${ASKED.holdDecisionId}`);
    expect(await tour.text()).toContain('What you answered here cannot be read any more');
    expect(await tour.text()).not.toContain('This is about the wrong person');
    await tour.page.locator('[name="choice"][value="clear"]').check();
    await tour.fill({ reason: 'We had marked nothing there.' });
    await tour.press('Record this');
    expect(holder.statements.slice(said)).toMatchObject([{ reason: 'We had marked nothing there.' }]);
    expectFaultless(tour);
  });

  test("a holder's pages have no fault, wide or narrow, and put no name where others see it", async () => {
    const { holder } = stubs.platform.asking;
    holder.reviews = [holderReview()];
    holder.tasks = [holdTask()];
    holder.told = [toldInProtection()];
    const tour = await tourAs('Callum Reyes');
    await tour.go('/worklist');
    expect(await tour.text()).toContain('2 things that you had said');
    await tour.press('We have seen this');
    expect(await tour.text()).not.toContain('2 things that you had said');
    await tour.go(`/release-onward/${ASKED.holderDecisionId}`);
    await tour.page.locator('[name="choice"][value="harm"]').check();
    await tour.press('Give this answer');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(3);
    await tour.look('release with errors');
    await tour.go(`/release-onward/${ASKED.holdDecisionId}`);
    [holder.reviews, holder.tasks] = [[], []];
    await tour.page.goto(`${stubs.platform.consoleUrl}/release-onward/${ASKED.holderDecisionId}`);
    expect(tour.page.url()).toContain('/worklist');
    expectFaultless(tour);
  });

  test('an analyst sees the outcome first, widens with a reason, sends once and chases', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.go(at('/asks'));
    expect(await tour.heading()).toBe('1 of 2 agencies have answered, 1 late');
    expect(await tour.text()).toContain('Nothing is agreed with this body for this purpose.');
    expect(await tour.text()).toContain('Whoever asks again, or asked, does not answer');
    await tour.page.locator('summary', { hasText: 'Ask for more than the plan' }).click();
    await tour.press('Add this line');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(4);
    await tour.look('asks with errors');
    await tour.page.locator('[name="add-agency"]').selectOption('riverside-police');
    await tour.page.locator('[name="add-person"]').selectOption(HUB.child);
    await tour.page.locator('[name="add-category"]').selectOption('missing-episodes');
    await tour.fill({ 'add-why': 'The school says he was gone for a night' });
    await tour.press('Add this line');
    await tour.fill({ purposeText: 'We ask about Kian.' });
    await tour.press('Send 3 requests');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Take the names out');
    await tour.fill({ purposeText: 'We are making enquiries under section 47.' });
    await tour.press('Send 3 requests');

    const [sent] = stubs.platform.asking.requests;
    expect(sent?.sent.requests.map(({ agencyId, lines }) => [agencyId, lines.length])).toEqual([
      ['riverside-education', 2],
      ['riverside-family-charity', 1],
      ['riverside-police', 1],
    ]);
    expect(sent?.sent.requests.map(({ task }) => task)).toEqual(['ca89_s47', 'ca89_s47', 'ca89_s47']);
    const contents = JSON.stringify(sent?.contents);
    expect(contents).toContain('We are making enquiries under section 47.');
    expect(contents).not.toContain('999 123');
    await tour.press('Chase');
    expect(await tour.text()).toContain('Chased once');
    expectFaultless(tour);
  });

  test('asking about a parent elsewhere needs the worry that makes it necessary; without JavaScript', async () => {
    const tour = await tourAs('Priya Raman', false);
    await tour.visit(at('/asks'));
    await tour.page.locator('summary', { hasText: 'Ask for more than the plan' }).click();
    await tour.select('add-agency', 'riverside-police');
    await tour.select('add-person', HUB.father);
    await tour.select('add-category', 'police-incidents');
    await tour.fill({ 'add-why': 'He may have seen what happened' });
    await tour.press('Add this line');
    const said = await tour.page.locator('.govuk-error-summary').innerText();
    expect(said).toContain('Say which worry makes it necessary to ask about this person');
    await tour.select('add-worry', 'none');
    await tour.press('Add this line');
    expect(await tour.text()).toMatch(/Not allowed[\s\S]*Owen Marlowe: Incidents and call-outs/);
    await tour.visit(at('/asks'));
    await tour.page.locator('summary', { hasText: 'Ask for more than the plan' }).click();
    await tour.select('add-agency', 'riverside-police');
    await tour.select('add-person', HUB.father);
    await tour.select('add-category', 'police-incidents');
    await tour.select('add-worry', 'domestic-abuse');
    await tour.fill({ 'add-why': 'He may have seen what happened' });
    await tour.press('Add this line');
    await tour.press('Send 3 requests');
    const lines = stubs.platform.asking.requests[0]?.sent.requests.flatMap((one) => one.lines) ?? [];
    expect(lines.find(({ personId }) => personId === HUB.father)).toMatchObject({
      ...{ need: 'yes', worry: 'domestic-abuse' },
    });
    const aboutOthers = lines.filter(({ personId }) => personId !== HUB.father);
    expect(aboutOthers.map(({ need, worry }) => [need, worry])).toEqual(aboutOthers.map(() => ['yes', undefined]));
  });

  test('what it is asked for can be changed: evidence is looked at by humans first, and states no task', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.go(at('/asks'));
    await tour.page.locator('summary', { hasText: 'Ask it for something else' }).click();
    await tour.select('other-purpose', 'EVIDENCE');
    await tour.press('Send 2 requests');
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('Look at this purpose');
    await tour.look('asks with another purpose chosen');
    await tour.press('Look at this purpose');
    expect(await tour.text()).toContain('0 would go now, 3 a human will look at, 1 not allowed');
    expect(await tour.page.locator('[name="task"]').count()).toBe(0);
    await tour.look('asks for evidence');
    await tour.press('Send 2 requests');
    await tour.select('task', 'none');
    await tour.press('Send 2 requests');
    const [asEvidence, asWork] = stubs.platform.asking.requests;
    expect(asEvidence?.sent).toMatchObject({ purpose: 'EVIDENCE' });
    expect(asEvidence?.sent.requests.map(({ task }) => task)).toEqual([undefined, undefined]);
    expect(asWork?.sent).toMatchObject({ purpose: 'S47' });
    expect(asWork?.sent.requests.map(({ task }) => task)).toEqual([undefined, undefined]);
    expectFaultless(tour);
  });

  test('with immediate protection goes what agencies answered, as far as the presser leaves it ticked', async () => {
    const { asking, hub } = stubs.platform;
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(at('/protect'));
    const list = tour.page.locator('details', { hasText: '15 things that agencies answered go with it' });
    expect(await list.getAttribute('open')).toBeNull();
    await list.locator('summary').click();
    await tour.look('protect, what goes with it');
    const boxes = list.locator('input[name="answers"]');
    expect([await boxes.count(), await list.locator('input[name="answers"]:checked').count()]).toEqual([16, 15]);
    await boxes.first().uncheck();
    expect(await list.locator('input[name="danger"]').count()).toBe(0);
    await tour.press('Tell them now');
    expect(tour.page.url()).not.toContain('untold');
    expect(hub.pressed.at(-1)?.notices.map(({ team }) => team)).toEqual(['police', 'social-care']);
    const answered = asking.protecting.filter(({ items }) => items !== undefined);
    expect(answered.map(({ recipient }) => recipient?.team).sort()).toEqual(['police', 'social-care']);
    for (const { items, envelopes } of answered) {
      expect(items).toHaveLength(14);
      expect(envelopes.map(({ typ }) => typ)).toEqual(['answer']);
    }
    expectFaultless(tour);

    asking.protecting.length = 0;
    const plain = await tourAs('Grace Adeyemi', false);
    await plain.visit(at('/protect'));
    await plain.press('Tell them now');
    const all = asking.protecting.filter(({ items }) => items?.length === 15);
    expect(all).toHaveLength(2);

    asking.untold.add(all[0]?.items?.[0]?.itemId ?? '');
    await tour.go(at('/protect'));
    await tour.press('Tell them now');
    expect(await tour.text()).toContain('1 thing that you chose is not in every notice: ring whoever was told.');
    asking.untold.clear();
  });

  test('the picture shows who has not said, orders first, and ends as every picture does', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(at('/picture'));
    expect(await tour.heading()).toMatch(/^1 of 2 agencies have answered, 1 late$/);
    const text = await tour.text();
    expect(text).toContain('No answer yet');
    expect(text).toContain('Not asked');
    expect(text).toContain('The newest 12 of 15');
    expect(text).toContain('Riverside Police: withheld. They have set conditions on who may see it. Ask them.');
    expect(text.trim().endsWith('There may be information that we cannot tell you about.')).toBe(true);
    await tour.page.locator('a', { hasText: 'Show all' }).click();
    await tour.look('picture, all');
    expect(text).toContain('Riverside Police and information governance answer by');
    expect(text).toContain('Law and rule');
    expect(text).toContain('Unconfirmed: this may be about somebody else');
    expect(text).toContain('Do not alert.');
    expect(await tour.text()).toContain('Riverside Police: Read only: do not write this down elsewhere.');
    expect(await tour.text()).toContain('Riverside Police: Court papers.');
    await tour.press('Accept and show');
    expect(stubs.platform.asking.holder.accepted).toEqual([ASKED.itemId]);
    expectFaultless(tour);
  });

  test('a manager answers a review with a sealed reason; what one asked oneself is refused', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go('/reviews');
    expect(await tour.heading()).toBe('2 wait for your yes or no, 1 late');
    await tour.go(`/reviews/${ASKED.reviewId}`);
    expect(await tour.page.locator('main input[type=radio]:checked').count()).toBe(0);
    await tour.press('Give this answer');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(2);
    await tour.look('review with errors');
    const answer = async (): Promise<void> => {
      await tour.page.locator('[name="answer"][value="release"]').check();
      await tour.page.locator('[name="ground"][value="child_safety_outweighs"]').check();
      await tour.fill({ reason: 'She has to be asked today.' });
      await tour.press('Give this answer');
    };
    await answer();
    expect(stubs.platform.asking.reasons.at(-1)).toEqual({
      ...{ reason: 'She has to be asked today.', ground: 'child_safety_outweighs' },
    });
    await tour.page.goto(`${stubs.platform.consoleUrl}/reviews/${ASKED.ownReviewId}`);
    await answer();
    expect(await tour.page.locator('.govuk-error-summary').innerText()).toContain('You asked for this yourself');
    expectFaultless(tour);
  });

  test('a manager who decides whether a handover may go reads what would be sent', async () => {
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(`/reviews/${ASKED.productReviewId}`);
    const text = await tour.text();
    expect(text).toContain('What would be sent');
    expect(text).toContain('The family will be offered early help.');
    expect(text).toContain('Kian Marlowe, born 3 May 2018');
    await tour.look('review of a handover');
    stubs.platform.deciding.opensNothing = true;
    await tour.go(`/reviews/${ASKED.productReviewId}`);
    stubs.platform.deciding.opensNothing = false;
    expect(await tour.text()).toContain('do not release what you have not read');
    await tour.look('review of a handover that cannot be shown');
    expectFaultless(tour);
  });

  test.each([true, false])(
    'a manager answers several lines at once, and reads which went and which did not (JavaScript: %s)',
    async (javaScript) => {
      const tour = await tourAs('Grace Adeyemi', javaScript);
      const look = (name: string): Promise<void> => (javaScript ? tour.look(name) : Promise.resolve());
      await tour.visit('/reviews');
      await tour.follow('2 lines');
      await tour.page.locator('[name="lines"]').first().waitFor();
      expect(await tour.page.locator('main input:checked').count()).toBe(0);
      await tour.press('Give this answer to each');
      expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(3);
      await look('group of reviews with errors');
      for (const line of await tour.page.locator('[name="lines"]').all()) await line.check();
      await tour.check('answer', 'refuse');
      await tour.check('ground', 'not_necessary');
      await tour.fill({ reason: 'It does not answer the worry.' });
      const before = stubs.platform.asking.reasons.length;
      await tour.press('Give this answer to each');
      expect(await tour.heading()).toBe('1 of 2 answers were given');
      expect(await tour.text()).toContain('You asked for this yourself: somebody else must answer.');
      const sealed = { reason: 'It does not answer the worry.', ground: 'not_necessary' };
      expect(stubs.platform.asking.reasons.slice(before)).toEqual([sealed]);
      await look('answers given');
      expectFaultless(tour);
    },
  );
});
