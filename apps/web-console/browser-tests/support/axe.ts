import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { WIDTHS } from './browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What axe finds wrong (WCAG 2.2 AA and its best practices), as lines that say where. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: unknown, options: object): Promise<{ violations: Violation[] }> };
    };
    const { document } = globalThis as unknown as { document: unknown };
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'], elementRef: false };
    return (await axe.run(document, options)).violations;
  }, RULES);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** What is wrong with a page at both widths: axe, sideways scroll, and where its `h1` stands. */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.waitForLoadState(); // a click is over once the next page begins: half of it has no heading yet
  for (const [name, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 800 });
    const at = (fault: string): string => `${name}: ${fault}`;
    faults.push(...(await axeFindings(page)).map(at), ...(await layoutFaults(page, width)).map(at));
  }
  await page.setViewportSize({ width: WIDTHS.desk, height: 800 });
  return faults;
}

async function layoutFaults(page: Page, width: number): Promise<string[]> {
  const scrolled = await page.evaluate('document.documentElement.scrollWidth');
  const headings = page.locator('h1:visible');
  const [count, box] = [await headings.count(), await headings.first().boundingBox()];
  const errorSummary = await page.locator('.govuk-error-summary').count();
  const lowest = width === WIDTHS.desk ? 350 : 800;
  return [
    ...(Number(scrolled) > width ? [`scrolls sideways to ${String(scrolled)} px`] : []),
    ...(count === 1 ? [] : [`has ${count} headings of the first level`]),
    ...(errorSummary === 0 && (box === null || box.y > lowest) ? [`h1 stands at ${box?.y ?? 'nowhere'} px`] : []),
  ];
}
