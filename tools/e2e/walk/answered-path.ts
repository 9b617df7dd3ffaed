import { AnswerPage, type TypedItem } from '../../../apps/web-console/browser-tests/pages/answer.page';
import { eventually } from '../support/eventually';
import { once } from '../support/once';
import { enquiryOf } from '../support/rating';
import { WorkedPath } from './worked-path';

/** What the agencies know. */
export const FOUND = {
  police: 'Called to the address twice, one cold night in November.',
  forManagers: 'A named officer may be rung about the older brother.',
  health: 'Three appointments were missed this year.',
  school: 'Attendance fell to sixty per cent this term.',
} as const;

const POLICE: readonly TypedItem[] = [
  { category: 'police-incidents', text: FOUND.police },
  { category: 'police-incidents', text: FOUND.forManagers, onlyFor: 'mash-manager' },
];

/** What each searches, as they call it. */
const SYSTEMS: Readonly<Partial<Record<string, readonly string[]>>> = {
  'Nia Prosser': ['Electronic patient record', 'Child health records'],
  'Joanna Petrie': ['Social care case records'],
};

/** Each agency answers through its own liaison officer, and the hub sees what that comes to. Education is late. */
export class AnsweredPath extends WorkedPath {
  /** @returns what the page said to an answer without a search */
  readonly answered = once(async () => {
    await this.reviewed();
    const refusal = await this.answerAsPolice();
    await this.answerAsHealth();
    await this.answerAsSocialCare();
    const { enquiryId } = await this.told();
    await eventually(async () => {
      if ((await enquiryOf(enquiryId)).answered < 3) throw new Error('not every answer is checked yet');
    });
    return refusal;
  });

  readonly seen = once(async () => {
    await this.answered();
    const { tour, walker } = this;
    await walker.become('Priya Raman');
    await tour.go(await this.at('/picture'), { picture: 'picture' });
    const analyst = await tour.text();
    await walker.become('Helen Okafor');
    await tour.visit(await this.at('/picture'));
    const unread = await tour.text();
    await tour.press('Accept and show');
    return { analyst, unread, manager: await tour.text() };
  });

  /** Opens the answer page of an agency, from its worklist. */
  protected async openAnswer(liaison: string): Promise<AnswerPage> {
    const { tour, walker } = this;
    await walker.become(liaison);
    await tour.visit('/worklist');
    await tour.follow(`Answer ${(await this.told()).enquiryReference}`);
    await tour.page.waitForURL(/\/answer$/);
    return new AnswerPage(tour, SYSTEMS[liaison]);
  }

  private async answerAsPolice(): Promise<string> {
    const { tour, walker } = this;
    await walker.become('Marcus Dean');
    await tour.go('/worklist', { picture: 'worklist' });
    const answer = await this.openAnswer('Marcus Dean');
    const [child, mother] = [await answer.person('Kian'), await answer.person('Dawn')];
    await tour.check(`state-${mother}`, 'not_known');
    await tour.press('Seal and send');
    await tour.look('answer with errors');
    const refusal = await tour.page.locator('.govuk-error-summary').innerText();
    await answer.search(child, 'known_current');
    await answer.search(mother, 'not_known');
    for (const item of POLICE) await answer.add({ ...item, person: child });
    await tour.look('answer', { picture: 'answer' });
    await tour.press('Seal and send');
    await tour.look('answered');
    return refusal;
  }

  private async answerAsHealth(): Promise<void> {
    const answer = await this.openAnswer('Nia Prosser');
    const [child, unborn] = [await answer.person('Kian'), await answer.person('Unborn')];
    for (const person of [child, unborn]) await answer.search(person, 'known_current');
    await answer.search(unborn, 'not_known');
    await answer.add({ category: 'health-attendance', text: FOUND.health, person: child });
    await this.tour.press('Seal and send');
    await this.tour.page.waitForURL(/\/answered$/);
  }

  private async answerAsSocialCare(): Promise<void> {
    const answer = await this.openAnswer('Joanna Petrie');
    for (const person of await answer.people()) await answer.search(person, 'not_known');
    await this.tour.press('Seal and send');
    await this.tour.page.waitForURL(/\/answered$/);
  }
}
