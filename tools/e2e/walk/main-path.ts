import { DecidePage } from '../../../apps/web-console/browser-tests/pages/decide.page';
import { RatingPage } from '../../../apps/web-console/browser-tests/pages/rating.page';
import { ScreeningPage } from '../../../apps/web-console/browser-tests/pages/screening.page';
import { eventually } from '../support/eventually';
import { once } from '../support/once';
import { enquiryOf } from '../support/rating';
import { AnsweredPath, FOUND } from './answered-path';

/** The README's "First contact in five minutes" to its end: decided, handed over, told, answered too late, overseen. */
export class MainPath extends AnsweredPath {
  readonly decided = once(async () => {
    await this.seen();
    const { tour, walker } = this;
    await walker.become('Helen Okafor');
    await tour.go(await this.at('/decide'), { picture: 'decide' });
    const heading = await tour.heading();
    const decide = new DecidePage(tour);
    const [child, unborn] = [await decide.child('Kian'), await decide.child('Unborn')];
    await decide.decide({ [child]: 'early_help', [unborn]: 'social_care_assessment' }, 'What the burn tells us.');
    await tour.page.waitForURL(/\/route$/);
    return heading;
  });

  readonly handedOver = once(async () => {
    await this.decided();
    const { tour, walker } = this;
    await walker.become('Helen Okafor');
    const leftOut: string[] = [];
    for (const team of ['early-help', 'social-care']) {
      await tour.go(await this.at(`/route?team=${team}`));
      await tour.select('toAgencyId', `riverside-${team}`);
      await tour.fill({ words: 'Please offer the family help at home.' });
      for (const item of await tour.page.locator('input[name="items"]').all()) await item.check();
      await tour.press('Check what goes out');
      await tour.look('what goes out');
      leftOut.push(await tour.text());
      await tour.press('Send to');
    }
    return leftOut;
  });

  readonly taken = once(async () => {
    await this.handedOver();
    const { tour } = this;
    const product = await this.openHandover('Lucy Bannister');
    await tour.fill({ workerName: 'Nadia Brand' });
    await tour.press('Accept this case');
    return { product, heading: await tour.heading() };
  });

  readonly returned = once(async () => {
    await this.handedOver();
    const { tour } = this;
    const { enquiryReference } = await this.told();
    await this.openHandover('Daniel Achebe');
    await tour.page.locator('summary', { hasText: 'Return it to the hub' }).click();
    await tour.press('Return this case');
    const refusal = await tour.page.locator('.govuk-error-summary').innerText();
    await tour.check('reasonCode', 'more_information');
    await tour.fill({ words: 'The midwife has to be asked first.' });
    await tour.press('Return this case');
    await tour.page.locator('.govuk-error-summary').waitFor({ state: 'detached' });
    // Cases of other specs may wait here as well: only ours is looked for.
    const rows = (caption: string) =>
      tour.page.locator('table', { hasText: caption }).locator('tr', { hasText: enquiryReference }).count();
    return { refusal, waiting: await rows('Neither taken nor returned'), answered: await rows('Taken or returned') };
  });

  readonly heardBack = once(async () => {
    await this.decided();
    const { tour, walker } = this;
    const { reference } = await this.told();
    await walker.become('Helen Okafor');
    await tour.go(await this.at('/feedback'));
    await tour.press('Send the letter');
    await walker.become('Amara Osei');
    await eventually(async () => {
      await tour.visit(`/contacts/${reference}`);
      if (!(await tour.text()).includes('Read the letter')) throw new Error('there is no letter yet');
    });
    await tour.look('track');
    await tour.visit('/mailbox');
    const mail = await tour.text();
    await tour.go(`/contacts/${reference}/letter`);
    return { mail, letter: await tour.text() };
  });

  /** The neighbour's concern is decided too; no mail goes to whoever took the call: somebody has to ring. */
  readonly rungBack = once(async () => {
    const { named } = await this.calledIn();
    const { tour, walker } = this;
    const at = (path: string): string => `/enquiries/${named.enquiryReference}${path}`;
    await walker.become('Priya Raman');
    await tour.go(at('/contact'));
    const concern = await tour.text();
    await tour.follow('Show who told');
    await tour.look('who told');
    const whoTold = await tour.text();
    const screening = new ScreeningPage(tour, at('/people'));
    await screening.createEverybody();
    await screening.confirmRoster('The caller');
    await tour.visit(at('/rate'));
    const rating = new RatingPage(tour);
    await rating.answerTheTable();
    await rating.rate({ colour: 'amber', threshold: 'early_help', ground: 'needs_unmet', reasons: 'Out at night.' });
    await walker.become('Helen Okafor');
    await tour.visit(at('/decide'));
    const decide = new DecidePage(tour);
    const child = await decide.child('Rosa');
    await decide.decide({ [child]: 'advice' }, 'What the neighbour told us.');
    await tour.page.waitForURL(/\/feedback$/);
    await tour.press('Send the letter');
    await walker.become('Sophie Lindqvist');
    const task = tour.page.locator('form.mash-message', { hasText: named.reference });
    await eventually(async () => {
      await tour.visit('/intake');
      if ((await task.count()) === 0) throw new Error('there is no task yet');
    });
    await tour.look('intake with a task');
    const before = await tour.text();
    await task.locator('a', { hasText: 'Show whom to ring' }).click();
    await tour.page.waitForURL(/telephone-tasks/);
    await tour.look('ring back');
    const ring = await tour.text();
    await tour.press('Rung: done');
    return { concern, whoTold, before, ring, after: await tour.text() };
  });

  readonly answeredLate = once(async () => {
    await this.decided();
    const { tour, walker } = this;
    const { enquiryId } = await this.told();
    const answer = await this.openAnswer('Farid Haddad');
    const warning = await tour.text();
    const [child = ''] = await answer.people();
    await answer.search(child, 'known_current');
    await answer.add({ category: 'education-attendance', text: FOUND.school });
    await tour.press('Seal and send');
    await eventually(async () => {
      if (!(await enquiryOf(enquiryId)).flagged) throw new Error('the decision is not flagged yet');
    });
    await walker.become('Helen Okafor');
    await tour.go(await this.at('/decision'));
    return { warning, decision: await tour.text() };
  });

  readonly overseen = once(async () => {
    await this.taken();
    const { tour, walker } = this;
    const { enquiryReference } = await this.told();
    await walker.become('Edwin Marsh');
    await tour.go('/ig');
    await tour.go('/ig/looks');
    await tour.page.locator('main input[type="text"]').fill(enquiryReference);
    await tour.press('Show who looked');
    await tour.look('who looked');
    const looks = await tour.text();
    await tour.go('/ig/log', { picture: 'audit-log' });
    return { looks, log: await tour.text() };
  });

  private async openHandover(receiver: string): Promise<string> {
    const { tour, walker } = this;
    await walker.become(receiver);
    const { enquiryReference } = await this.told();
    await eventually(async () => {
      await tour.visit('/inbox');
      if (!(await tour.text()).includes(enquiryReference)) throw new Error('the case has not gone yet');
    });
    await tour.look('/inbox');
    await tour.follow(enquiryReference);
    await tour.look('handover');
    return tour.text();
  }
}
