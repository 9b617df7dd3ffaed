import type { Page } from 'playwright-core';

/** Signs in as one of the demo people, by name, as a person does: one button, one choice. */
export async function signIn(page: Page, consoleUrl: string, name: string): Promise<void> {
  await page.goto(`${consoleUrl}/sign-in`);
  await page.locator('.govuk-button--start').click();
  await page.locator('a, button', { hasText: name }).first().click();
  await page.waitForURL((url) => url.href.startsWith(consoleUrl));
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('form[action="/sign-out"] button').click();
}
