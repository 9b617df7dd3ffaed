import type { CookieOptions, Request } from 'express';

/** The cookie that names the session. */
export const SESSION_COOKIE = 'session';
/** The cookie that holds the key to what the session keeps. It is stored nowhere else. */
export const KEY_COOKIE = 'session-key';
/** The cookie that holds id and key of what was sent from a page whose session had ended. */
export const HELD_COOKIE = 'held';

/** Cookies of the console: no script reads them, no other site sends them along with a POST, and they end with the browser. */
export function cookieOptions(consoleUrl: string): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: consoleUrl.startsWith('https:'), path: '/' };
}

/** The value of one cookie of a request. */
export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
