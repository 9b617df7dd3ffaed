import type { ConsoleRequest } from './console-request';

/** What a browser says of where a form stood: on a page of ours, or nowhere (typed, or shown again by the browser itself). */
const OURS: readonly unknown[] = ['same-origin', 'none'];

/** Whether a form certainly stood on a page of ours: what does not say so is neither. */
export function isOfOurSite({ headers }: Pick<ConsoleRequest, 'headers'>, consoleUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === new URL(consoleUrl).origin : OURS.includes(site);
}

/**
 * Whether a form stood on a page of somebody else's, which the browser says and no page can alter. Our own pages give no referrer, so that browsers
 * send "null" as their origin: an old browser that says no more cannot be told from one that hides where it comes from, and counts as ours.
 */
export function isOfAnotherSite({ headers }: Pick<ConsoleRequest, 'headers'>, consoleUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return !OURS.includes(site);
  const { origin } = headers;
  return origin !== undefined && origin !== 'null' && origin !== new URL(consoleUrl).origin;
}
