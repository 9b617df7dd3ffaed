import { escapeHtml } from './escape-html';
import { pageFrame } from './page-frame';

/** Shown when a sign-in cannot go on (too late, a stale tab, a request that is not well formed). `code` is the OAuth error code. */
export const errorPage = (code: string, consoleUrl: string): string =>
  pageFrame(
    'You cannot sign in this way',
    `<h1>You cannot sign in this way</h1>
<p>The sign-in took too long, or was begun in another window.</p>
<p><a href="${escapeHtml(consoleUrl)}/">Start again</a></p>
<p>Code: ${escapeHtml(code)}</p>`,
  );
