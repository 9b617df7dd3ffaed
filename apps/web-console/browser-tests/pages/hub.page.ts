import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { pageFaults } from '../support/axe';
import { WIDTHS } from '../support/browser';

/** A tour of pages: what is wrong with each, and what of it stands in places that others can see. */
export class HubTour {
  readonly faults: string[] = [];
  readonly publicWords: string[] = [];

  constructor(
    readonly page: Page,
    private readonly consoleUrl: string,
  ) {}

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.consoleUrl}${path}`);
    await this.look(path);
  }

  async look(name: string): Promise<void> {
    this.faults.push(...(await pageFaults(this.page)).map((fault) => `${name}: ${fault}`));
    this.publicWords.push(this.page.url(), await this.page.title());
    await this.keepPictures(name);
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  /** Pictures of each page at both widths, where a folder for them is named. */
  private async keepPictures(name: string): Promise<void> {
    const folder = process.env['MASH_TEST_PICTURES'];
    if (folder === undefined || folder === '') return;
    const file = name.replaceAll(/[^a-zA-Z0-9]+/g, '-').slice(0, 60);
    for (const [what, width] of Object.entries(WIDTHS)) {
      await this.page.setViewportSize({ width, height: 800 });
      writeFileSync(`${folder}/${file}-${what}.png`, await this.page.screenshot({ fullPage: true }));
    }
    await this.page.setViewportSize({ width: WIDTHS.desk, height: 800 });
  }
}
