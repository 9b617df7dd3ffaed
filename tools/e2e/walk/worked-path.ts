import { RatingPage } from '../../../apps/web-console/browser-tests/pages/rating.page';
import { ReviewPage } from '../../../apps/web-console/browser-tests/pages/review.page';
import { ScreeningPage } from '../../../apps/web-console/browser-tests/pages/screening.page';
import { requestsOf } from '../support/asking';
import { eventually } from '../support/eventually';
import { once } from '../support/once';
import { ToldPath } from './told-path';

/** What the hub does with an enquiry until its questions are out: screen, protect, rate, ask, release or refuse. */
export class WorkedPath extends ToldPath {
  /** Path of a page of the teacher's enquiry. */
  protected async at(path = ''): Promise<string> {
    return `/enquiries/${(await this.told()).enquiryReference}${path}`;
  }

  readonly screened = once(async () => {
    const { enquiryReference } = await this.told();
    const { tour, walker } = this;
    await walker.become('Priya Raman');
    await tour.go('/queue?view=all', { picture: 'queue' });
    await tour.press('Take the next one');
    await this.goToReference(enquiryReference);
    await tour.look('now');
    await tour.go(await this.at('/contact'), { picture: 'concern' });
    await tour.go(await this.at('/people'), { picture: 'screening' });
    const screening = new ScreeningPage(tour, await this.at('/people'), (page) => tour.look(page));
    await screening.createEverybody();
    await tour.go(await this.at('/people/roster'));
    await screening.confirmRoster('The school, from its records');
    return tour.heading();
  });

  /** The doctor's enquiry is about the same child: the search finds the record, and the analyst says so. */
  readonly matched = once(async () => {
    await this.screened();
    const { enquiryReference } = await this.toldInHaste();
    const { tour, walker } = this;
    await walker.become('Priya Raman');
    const path = `/enquiries/${enquiryReference}/people`;
    const compared: string[] = [];
    const screening = new ScreeningPage(tour, path, async (page) => {
      await tour.look(page);
      if (page === 'compare') compared.push(await tour.heading());
    });
    await screening.matchEverybody();
    return { compared, people: await tour.text() };
  });

  /** One press tells police and social care about the doctor's enquiry; the police confirm. */
  readonly protectedAtOnce = once(async () => {
    await this.matched();
    const { enquiryReference } = await this.toldInHaste();
    const { tour, walker } = this;
    await walker.become('Priya Raman');
    await tour.visit(`/enquiries/${enquiryReference}`);
    await tour.follow('Immediate protection');
    await tour.look('protect');
    await tour.press('Tell them now');
    const pressed = await tour.text();
    await walker.become('Marcus Dean');
    await tour.go('/notices');
    await tour.follow(enquiryReference);
    await tour.look('notice');
    const notice = await tour.text();
    await tour.press('Confirm receipt');
    await walker.become('Priya Raman');
    await tour.go(`/enquiries/${enquiryReference}`);
    return { pressed, notice, received: await tour.text() };
  });

  readonly rated = once(async () => {
    await this.screened();
    const { tour, walker } = this;
    await walker.become('Priya Raman');
    await tour.visit(await this.at('/rate'));
    const rating = new RatingPage(tour);
    await rating.answerTheTable();
    await tour.look('rate', { picture: 'rating' });
    const proposal = await tour.heading();
    const reasons = 'The burn is not explained.';
    await rating.rate({ colour: 'amber', threshold: 's17', ground: 'injury', reasons });
    await tour.go(await this.at('/history'));
    return { proposal, history: await tour.text() };
  });

  readonly asked = once(async () => {
    await this.rated();
    const { tour, walker } = this;
    const { enquiryId } = await this.told();
    await walker.become('Priya Raman');
    await eventually(async () => {
      await tour.visit(await this.at('/asks'));
      if ((await walker.page.locator('#send').count()) === 0) throw new Error('the plan is not drawn yet');
    });
    await tour.look('asks', { picture: 'asks' });
    const preview = await tour.heading();
    const asEvidence = await this.lookedAtAsEvidence();
    await tour.visit(await this.at('/asks'));
    await tour.press('Send 4 requests');
    await eventually(async () => {
      const states = (await requestsOf(enquiryId)).flatMap(({ lines }) => lines.map(({ state }) => state));
      if (states.length === 0 || states.includes('proposed')) throw new Error('not every line is decided yet');
    });
    await tour.go(await this.at('/asks'));
    return { preview, asEvidence, sent: await tour.text() };
  });

  /** What would become of the same questions if they were asked for evidence. */
  private async lookedAtAsEvidence(): Promise<string> {
    const { tour, walker } = this;
    await walker.page.locator('summary', { hasText: 'Ask it for something else' }).click();
    await tour.select('other-purpose', 'EVIDENCE');
    await tour.press('Look at this purpose');
    return tour.text();
  }

  /** The manager lets one question about the mother go, and refuses another. */
  readonly reviewed = once(async () => {
    await this.asked();
    const { tour, walker } = this;
    await walker.become('Helen Okafor');
    await tour.go('/reviews', { picture: 'reviews' });
    const review = new ReviewPage(tour);
    // Other specs leave reviews of their own behind: only what stands under this enquiry's reference is ours.
    const { enquiryReference } = await this.told();
    const ours = (words: string) =>
      tour.page.locator('table', { hasText: enquiryReference }).locator('tr', { hasText: words }).locator('a').first();
    await ours('Riverside Council asks Riverside Police').click();
    await tour.look('reviews of one kind');
    const wouldRead = [await tour.text()];
    await tour.follow('Dawn Marlowe, incidents and call-outs');
    await tour.look('review');
    wouldRead.push(await tour.text());
    await review.release('An adult of the home has to be checked today.');
    await tour.visit('/reviews');
    await ours('convictions and cautions').click();
    const inGroup = tour.page.locator('a', { hasText: 'Dawn Marlowe, convictions and cautions' });
    if (new URL(tour.page.url()).pathname.includes('/group/')) await inGroup.first().click();
    await review.refuse('Old convictions do not answer the worry.');
    await walker.become('Priya Raman');
    await eventually(async () => {
      await tour.visit(await this.at('/asks'));
      if (!(await tour.text()).includes('Not allowed')) throw new Error('the refusal has not arrived yet');
    });
    return { wouldRead, asks: await tour.text() };
  });

  private async goToReference(reference: string): Promise<void> {
    const { page } = this.walker;
    await page.locator('#go-reference').fill(reference);
    await page.locator('.mash-go button').click();
    await page.waitForURL(new RegExp(reference));
  }
}
