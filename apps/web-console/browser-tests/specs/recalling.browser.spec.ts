import { DEMO_AGENCIES } from '@mash/contracts';
import { freshDatabase, type FreshDatabase } from '@mash/testing';
import type { Browser } from 'playwright-core';
import { migrations } from '../../src/persistence/migrations';
import { HubTour } from '../pages/hub.page';
import { signIn } from '../pages/sign-in.page';
import { ASKED } from '../stubs/asking/asked-ids';
import { DECIDED } from '../stubs/decided-enquiry';
import { RECALLED } from '../stubs/recalling/recall-ids';
import { noticeStub, recallStub } from '../stubs/recalling/recall-routes';
import { STUB_PEOPLE } from '../stubs/stub-people';
import { startStubPlatform, type StubPlatform } from '../stubs/stub-platform';
import { openBrowser, visitor } from '../support/browser';
import { PlainVisitor } from '../support/plain-visitor';

describe('Something is about the wrong person, in a real browser, on stubs', () => {
  let [database, platform, browser]: [FreshDatabase, StubPlatform, Browser] = [] as never;

  const tourAs = async (name: string): Promise<HubTour> => {
    const page = await visitor(browser);
    await signIn(page, platform.consoleUrl, name);
    return new HubTour(page, platform.consoleUrl);
  };
  const pathOf = (tour: HubTour): string => new URL(tour.page.url()).pathname;

  beforeAll(async () => {
    database = await freshDatabase('web-console', migrations);
    platform = await startStubPlatform(database.appUrl);
    browser = await openBrowser();
  });
  beforeEach(() => {
    Object.assign(platform.recalling, {
      notices: [],
      questions: [],
      recalls: [],
      statements: [],
      productRecalled: false,
    });
  });
  afterAll(async () => {
    await browser.close();
    await platform.close();
    await database.drop();
  });

  test('from the picture an analyst says that an item is about the wrong person, and its words stay sealed', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.go(`/enquiries/${ASKED.reference}/picture`);
    await tour.follow('Wrong person or wrong place');
    await tour.look('say what is wrong');
    expect(await tour.page.locator('input[name="says"]:checked').count()).toBe(0);
    await tour.press('Record this');
    await tour.look('say what is wrong, with errors');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(2);
    await tour.check('says', 'wrong_recipient');
    await tour.fill({ reason: 'A cousin of the same name.', hours: 'five' });
    await tour.press('Record this');
    const wrong = await tour.page.locator('.govuk-error-summary').innerText();
    expect(wrong).toContain('Choose who should not have had it');
    expect(wrong).toContain('Enter a whole number of hours');
    await tour.check('says', 'wrong_person');
    await tour.fill({ hours: '5' });
    await tour.press('Record this');
    await tour.look('recalled');
    expect(await tour.heading()).toBe('It is recalled');
    expect(await tour.text()).toContain('3 people or desks are told to destroy it');
    const [said] = platform.recalling.said;
    expect(said).toMatchObject({ enquiryId: ASKED.enquiryId, about: { kind: 'item' }, says: 'wrong_person' });
    expect(Date.now() - Date.parse(said?.knownSince ?? '')).toBeGreaterThanOrEqual(5 * 3_600_000);
    expect(JSON.stringify(said)).not.toContain('cousin');
    await tour.follow('Go back');
    expect(pathOf(tour)).toBe(`/enquiries/${ASKED.reference}/picture`);
    expect(tour.faults).toEqual([]);
  });

  test('an analyst names the one person who should not have had it', async () => {
    const tour = await tourAs('Priya Raman');
    await tour.go(`/recall/${ASKED.enquiryId}/item/${ASKED.itemId}`);
    await tour.check('says', 'wrong_recipient');
    const choice = tour.page.locator('select[name="recipient"]');
    const only = await choice.locator('option', { hasText: `only ${STUB_PEOPLE.earlyHelp.name}` }).innerText();
    await choice.selectOption({ label: only });
    await tour.fill({ reason: 'She has left the team.' });
    await tour.look('one wrong person');
    await tour.press('Record this');
    expect(await tour.heading()).toBe('It is recalled');
    expect(platform.recalling.said.at(-1)).toMatchObject({
      ...{ recipientAgencyId: DEMO_AGENCIES.earlyHelp, recipientId: STUB_PEOPLE.earlyHelp.sub },
    });
    expect(tour.faults).toEqual([]);
  });

  test('whoever saw it is told on every page, destroys it and confirms', async () => {
    const tour = await tourAs('Leila Haddad');
    expect(await tour.text()).not.toContain('was recalled');
    platform.recalling.notices = [noticeStub()];
    const told = await tourAs('Leila Haddad');
    await told.go('/inbox');
    await told.follow('Something that you were shown was recalled');
    await told.look('to destroy');
    expect(await told.heading()).toBe('1 to destroy and confirm');
    await told.follow('One item of enquiry');
    await told.look('destroy this');
    await told.press('Confirm');
    expect(await told.page.locator('.govuk-error-summary').innerText()).toContain('Say what became of it');
    await told.check('how', 'deleted');
    await told.press('Confirm');
    await told.look('nothing to destroy');
    expect(await told.heading()).toBe('You have nothing to destroy');
    expect((await told.page.goto(`${platform.consoleUrl}/recalls/${RECALLED.noticeId}`))?.status()).toBe(404);
    expect(told.faults).toEqual([]);
  });

  test('a holder is asked whom something is about, and says that it stands', async () => {
    const about = { kind: 'item', id: ASKED.itemId } as const;
    const asked = { statementId: RECALLED.recallId, enquiryId: ASKED.enquiryId, enquiryReference: ASKED.reference };
    const when = { saidAt: noticeStub().toldAt, dueAt: noticeStub().dueAt, late: false };
    platform.recalling.questions = [{ ...asked, ...when, about, says: 'doubted', agencyId: DEMO_AGENCIES.police }];
    const tour = await tourAs('Callum Reyes');
    await tour.follow('You are asked whom something');
    await tour.look('asked whom it is about');
    await tour.follow('One item of yours');
    await tour.check('says', 'confirmed');
    await tour.fill({ reason: 'The date of birth agrees.' });
    await tour.press('Record this');
    expect(await tour.heading()).toBe('It stands');
    expect(platform.recalling.said.at(-1)).toMatchObject({ about, says: 'confirmed' });
    expect(tour.faults).toEqual([]);
  });

  test('the hub sees on the Now page who has not confirmed, and a manager closes it with a reason', async () => {
    platform.recalling.recalls = [recallStub()];
    const analyst = await tourAs('Priya Raman');
    await analyst.go(`/enquiries/${DECIDED.reference}`);
    await analyst.follow('1 recall is open: 2 to confirm');
    expect(await analyst.page.locator('main form').count()).toBe(0);
    const tour = await tourAs('Grace Adeyemi');
    await tour.go(`/enquiries/${DECIDED.reference}/recalls`);
    expect(await tour.page.locator('main td strong').innerText()).toContain('Late');
    await tour.page.locator('summary', { hasText: 'Close it though' }).click();
    await tour.press('Close this recall');
    await tour.look('close a recall, with errors');
    await tour.fill({ reason: 'The officer has left the force.' });
    await tour.press('Close this recall');
    expect(await tour.heading()).toBe('Every recall is closed');
    expect([...analyst.faults, ...tour.faults]).toEqual([]);
  });

  test('the officer sees the hours, states what happened, tells the Commissioner late, and takes the record away', async () => {
    const tour = await tourAs('Helen Forsyth');
    await tour.go('/ig');
    await tour.follow('Breaches, and how many of their 72 hours');
    await tour.look('breaches');
    expect(await tour.heading()).toBe('2 to judge within 72 hours');
    expect(await tour.page.locator('main td strong').innerText()).toContain('past the 72 hours');
    expect(await tour.text()).toMatch(/12 h left of the 72 hours|11 h 59 min left of the 72 hours/);
    await tour.follow('About the wrong person');
    await tour.look('breach');
    expect(await tour.page.locator('main tbody tr').count()).toBe(3);
    await tour.press('Add to the record');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(2);
    await tour.check('says', 'ico_told');
    await tour.fill({ words: 'We learned of it at a weekend.', icoReference: 'by telephone' });
    await tour.press('Add to the record');
    await tour.look('breach, with errors');
    expect(await tour.page.locator('.govuk-error-summary li').count()).toBe(2);
    await tour.fill({ icoReference: 'IC-2026-4711', hours: '1' });
    await tour.press('Add to the record');
    await tour.look('breach, told late');
    expect(await tour.text()).toContain('Commissioner told late');
    expect(platform.recalling.stated).toMatchObject([{ says: 'ico_told', reference: 'IC-2026-4711' }]);
    expect(JSON.stringify(platform.recalling.stated)).not.toContain('weekend');
    const [download] = await Promise.all([
      tour.page.waitForEvent('download'),
      tour.page.locator('a', { hasText: 'Take the record away' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`breach-${RECALLED.breachId}.json`);
    expect(tour.faults).toEqual([]);
  });

  test('is nobody else’s: the auditor looks and states nothing, others read "Page not found"', async () => {
    const auditor = await tourAs('Ruth Calloway');
    await auditor.go('/ig/breaches');
    await auditor.go(`/ig/breaches/${RECALLED.breachId}`);
    expect(await auditor.page.locator('main form').count()).toBe(0);
    const other = await tourAs('Priya Raman');
    for (const path of [
      '/ig/breaches',
      `/ig/breaches/${RECALLED.breachId}`,
      '/recall/no-id/item/none',
      '/recalls/none',
    ])
      expect([path, (await other.page.goto(`${platform.consoleUrl}${path}`))?.status()]).toEqual([path, 404]);
    expect(auditor.faults).toEqual([]);
  });

  test('without JavaScript the referrer says that a letter should not have come, and a handover says what was recalled', async () => {
    const teacher = await new PlainVisitor(platform.consoleUrl).signIn('Amara Osei');
    const path = `/recall/${DECIDED.enquiryId}/product/${DECIDED.letterId}`;
    await teacher.get(path);
    expect(teacher.html).toContain('It should not have come to us');
    expect(teacher.html).not.toContain('It may be about the wrong person');
    const statementId = /name="statementId" value="([^"]+)"/.exec(teacher.html)?.[1] ?? '';
    await teacher.send(path, {
      statementId,
      says: 'wrong_recipient',
      reason: 'Not our pupil.',
      from: 'https://elsewhere',
    });
    expect(teacher.html).toContain('It is recalled');
    expect(teacher.html).not.toContain('elsewhere');
    expect(platform.recalling.said.at(-1)).toMatchObject({ recipientAgencyId: DEMO_AGENCIES.school });
    platform.recalling.productRecalled = true;
    const coordinator = await new PlainVisitor(platform.consoleUrl).signIn('Leila Haddad');
    await coordinator.get(`/inbox/${DECIDED.routeId}`);
    expect(coordinator.html).toMatch(/1 item was recalled on .*: ask the hub/);
  });
});
