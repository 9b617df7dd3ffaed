import type { Browser, Page } from 'playwright-core';
import { HubTour } from '../../../apps/web-console/browser-tests/pages/hub.page';
import { signIn, signOut } from '../../../apps/web-console/browser-tests/pages/sign-in.page';
import { openBrowser, visitor, WIDTHS } from '../../../apps/web-console/browser-tests/support/browser';
import { consoleUrl } from '../support/platform';

/** What may stand in no title and no address: names, addresses and words of the family and of whoever called. */
const NOT_IN_PUBLIC = /Kian|Marlowe|Dawn|Tanner|RV1|burn|Underhill|\bAda\b|amber|\bred\b/i;

/** One browser window in which one person after another signs in, works, and signs out again. */
export class Walker {
  private constructor(
    private readonly browser: Browser,
    readonly tour: HubTour,
  ) {}

  static async begin(): Promise<Walker> {
    const browser = await openBrowser();
    return new Walker(browser, new HubTour(await visitor(browser), consoleUrl()));
  }

  get page(): Page {
    return this.tour.page;
  }

  /** Who has sat here. */
  readonly people = new Set<string>();
  private signedIn: string | undefined;

  /** Signs out whoever sits here, and this person in. */
  async become(name: string): Promise<void> {
    if (this.signedIn === name) return;
    if (this.signedIn !== undefined) await signOut(this.page);
    await signIn(this.page, consoleUrl(), name);
    this.signedIn = name;
    this.people.add(name);
  }

  async leave(): Promise<void> {
    await signOut(this.page);
    this.signedIn = undefined;
  }

  /** Somebody on a device of their own, with no cookie of this window's. */
  async elsewhere<T>(
    name: string,
    work: (tour: HubTour) => Promise<T>,
    { javaScript = true }: { javaScript?: boolean } = {},
  ): Promise<T> {
    const page = await visitor(this.browser, javaScript ? {} : { width: WIDTHS.telephone, javaScript });
    const tour = new HubTour(page, consoleUrl());
    await signIn(page, consoleUrl(), name);
    const result = await work(tour);
    this.tour.faults.push(...tour.faults);
    this.tour.publicWords.push(...tour.publicWords, page.url(), await page.title());
    for (const words of tour.offered) this.tour.offered.add(words);
    await page.context().close();
    return result;
  }

  /** What was wrong with the pages since this was last asked, what names stood where others can see them included. */
  takeFaults(): string[] {
    const leaks = this.tour.publicWords
      .filter((words) => NOT_IN_PUBLIC.test(words.replace(consoleUrl(), '')))
      .map((words) => `in a title or an address: ${words}`);
    return [...this.tour.faults.splice(0), ...leaks];
  }

  async end(): Promise<void> {
    await this.browser.close();
  }
}
