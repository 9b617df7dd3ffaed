import type { Browser, Page } from 'playwright-core';
import { HubTour } from '../pages/hub.page';
import { signIn } from '../pages/sign-in.page';
import type { StubPlatform } from '../stubs/stub-platform';
import { openBrowser, visitor } from './browser';
import { PlatformOnStubs } from './platform-on-stubs';

/** The console on stubs of all that it calls, on a database of its own, and a browser in front of it. */
export class ConsoleOnStubs {
  private readonly stubs = new PlatformOnStubs();
  private browser: Browser | undefined;

  /** Opened before the tests of the `describe` that asks for it, and closed after them. */
  static forTheseTests(): ConsoleOnStubs {
    const its = new ConsoleOnStubs();
    beforeAll(() => its.open());
    afterAll(() => its.close());
    return its;
  }

  get platform(): StubPlatform {
    return this.stubs.platform;
  }

  /** A page of somebody who is signed in, on a device of their own; of nobody where no name is given. */
  async pageAs(name: string | undefined, javaScript = true): Promise<Page> {
    if (this.browser === undefined) throw new Error('The console on stubs is not running');
    const page = await visitor(this.browser, { javaScript });
    if (name !== undefined) await signIn(page, this.platform.consoleUrl, name);
    return page;
  }

  async tourAs(name: string | undefined, javaScript = true): Promise<HubTour> {
    return new HubTour(await this.pageAs(name, javaScript), this.platform.consoleUrl);
  }

  /** What was wrong with the pages of a tour, and which of their titles and addresses hold what may not stand there. */
  wrongWith({ faults, publicWords }: HubTour, notInPublic: RegExp): string[] {
    const words = publicWords.map((one) => one.replace(this.platform.consoleUrl, ''));
    return [...faults, ...words.filter((one) => notInPublic.test(one))];
  }

  private async open(): Promise<void> {
    await this.stubs.start();
    this.browser = await openBrowser();
  }

  private async close(): Promise<void> {
    await this.browser?.close();
    await this.stubs.close();
  }
}
