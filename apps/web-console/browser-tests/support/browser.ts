import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Widths that every page must hold at: a desk and a telephone (pixels). */
export const WIDTHS = { desk: 1280, telephone: 375 } as const;

export interface Visit {
  readonly width?: number;
  readonly javaScript?: boolean;
}

/** The real browser of the tests: named by CHROMIUM_PATH, which `npm test` sets to the one that it found. */
export async function openBrowser(): Promise<Browser> {
  const path = process.env['CHROMIUM_PATH'];
  return chromium.launch({
    executablePath: path === undefined || path === '' ? '/usr/bin/chromium' : path,
    args: ARGS,
  });
}

/** One visitor: cookies of their own. The content security policy is set aside for axe alone; a spec of its own checks the policy. */
export async function visitor(browser: Browser, { width = WIDTHS.desk, javaScript = true }: Visit = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: javaScript,
    bypassCSP: true,
    locale: 'en-GB',
    timezoneId: 'Pacific/Auckland', // pages are in London time wherever the reader's clock is
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** Where the console under test answers: MASH_TEST_CONSOLE_URL, which the test runner sets. */
export function consoleUrl(): string {
  const url = process.env['MASH_TEST_CONSOLE_URL'];
  if (url === undefined || url === '')
    throw new Error(
      'No console to test: run through npm test -- walk, which starts one and sets MASH_TEST_CONSOLE_URL',
    );
  return url;
}
