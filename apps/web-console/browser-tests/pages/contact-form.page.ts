import type { Page } from 'playwright-core';

/** The contact form as somebody fills it in. All names are invented. */
export class ContactFormPage {
  constructor(
    readonly page: Page,
    private readonly consoleUrl: string,
  ) {}

  async begin(): Promise<void> {
    await this.page.goto(`${this.consoleUrl}/contacts`);
    await this.page.locator('main a', { hasText: 'Tell the hub about a child' }).click();
  }

  heading(): Promise<string> {
    return this.page.locator('h1').first().innerText();
  }

  async goOn(): Promise<void> {
    await this.page.locator('button[value="continue"]').click();
  }

  async press(action: string): Promise<void> {
    await this.page.locator(`button[name="action"][value="${action}"]`).first().click();
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.page.locator(`[name="${name}"]`).first().fill(value);
  }

  async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`input[name="${name}"][value="${value}"]`).check();
  }

  async select(name: string, value: string): Promise<void> {
    await this.page.locator(`select[name="${name}"]`).selectOption(value);
  }

  /** Chooses this answer in each group of radio buttons of the page whose name begins so. */
  async chooseAll(prefix: string, value: string): Promise<void> {
    const group = this.page.locator(`input[type="radio"][name^="${prefix}"][value="${value}"]`);
    for (const one of await group.all()) await one.check();
  }
}
