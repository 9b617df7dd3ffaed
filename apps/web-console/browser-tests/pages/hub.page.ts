import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pageFaults } from '../support/axe';
import { WIDTHS } from '../support/browser';

export interface Look {
  /** Name of the picture of this page in the documentation; it is taken anew where SCREENSHOTS=1 asks for it. */
  readonly picture?: string;
}

const pictureFile = (name: string): string => join(__dirname, '../../../../docs/screenshots', `${name}.png`);

/** A tour of pages: what is wrong with each, and what of it stands in places that others can see. */
export class HubTour {
  readonly faults: string[] = [];
  readonly publicWords: string[] = [];
  /** The words on every button and link that stood on a page that was looked at. */
  readonly offered = new Set<string>();

  constructor(
    readonly page: Page,
    private readonly consoleUrl: string,
  ) {}

  async go(path: string, its: Look = {}): Promise<void> {
    await this.visit(path);
    await this.look(path, its);
  }

  /** Goes to a page without looking at what is wrong with it. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.consoleUrl}${path}`);
  }

  async look(name: string, { picture = '' }: Look = {}): Promise<void> {
    this.faults.push(...(await pageFaults(this.page)).map((fault) => `${name}: ${fault}`));
    this.publicWords.push(this.page.url(), await this.page.title());
    await this.noteWords();
    await this.keepPictures(name);
    if (picture !== '' && process.env['SCREENSHOTS'] === '1') await this.keepPicture(picture);
  }

  /** Remembers what the page offers to press. */
  async noteWords(): Promise<void> {
    for (const words of await this.page.locator('a:visible, button:visible, summary:visible').allInnerTexts())
      this.offered.add(words.split('\n')[0]?.trim() ?? '');
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  /** Presses a button of the page, or follows a link that looks like one, by the words that stand on it, and waits for what comes. */
  async press(words: string): Promise<void> {
    const buttons = this.page.locator('main button:not([tabindex="-1"]), main a[role="button"]');
    await Promise.all([this.page.waitForEvent('framenavigated'), buttons.filter({ hasText: words }).first().click()]);
  }

  /** Follows a link by its words, wherever on the page it stands. */
  async follow(words: string): Promise<void> {
    await this.page.locator('a', { hasText: words }).first().click();
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.page.locator(`[name="${name}"]`).first().fill(value);
  }

  async check(name: string, value: string): Promise<void> {
    await this.page.locator(`input[name="${name}"][value="${value}"]`).check();
  }

  async select(name: string, value: string): Promise<void> {
    await this.page.locator(`select[name="${name}"]`).selectOption(value);
  }

  /** Chooses this answer in each group of radio buttons whose name begins so. */
  async checkAll(prefix: string, value: string): Promise<void> {
    for (const one of await this.page.locator(`input[name^="${prefix}"][value="${value}"]`).all()) await one.check();
  }

  /** The picture of this page in the documentation. */
  private async keepPicture(name: string): Promise<void> {
    await this.page.setViewportSize({ width: WIDTHS.desk, height: 900 });
    await this.page.evaluate('scrollTo(0, 0)');
    await this.page.screenshot({ path: pictureFile(name) });
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
