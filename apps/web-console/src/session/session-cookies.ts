import type { CookieOptions, Request } from 'express';
import { z } from 'zod';

/** The cookie that names the session. */
export const SESSION_COOKIE = 'session';
/** The cookie that holds the key to what the session keeps. It is stored nowhere else. */
export const KEY_COOKIE = 'session-key';
/** Begins the name of a cookie that holds the key to one form sent from a page whose session had ended; the id of what was held ends it. */
const HELD_COOKIE = 'held-';

/** Cookies of the console: no script reads them, no other site sends them along with a POST, and they end with the browser. */
export function cookieOptions(consoleUrl: string): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: consoleUrl.startsWith('https:'), path: '/' };
}

/** The value of one cookie of a request. */
export function cookieOf(request: Request, name: string): string | undefined {
  return cookiesOf(request)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** One cookie for each form that is held: two that are sent at the same moment do not overwrite each other's key. */
export const heldCookieOf = (id: string): string => `${HELD_COOKIE}${id}`;

/** The keys to forms that this browser holds, by id. Anything that has not the shape of one is as good as not there. */
export function heldKeysOf(request: Pick<Request, 'headers'>): ReadonlyMap<string, string> {
  const pairs = cookiesOf(request).flatMap((pair) => {
    const [name = '', key = ''] = pair.split('=');
    const id = name.startsWith(HELD_COOKIE) ? name.slice(HELD_COOKIE.length) : '';
    return z.uuid().safeParse(id).success && key !== '' ? [[id, key] as const] : [];
  });
  return new Map(pairs);
}

const cookiesOf = ({ headers }: Pick<Request, 'headers'>): string[] =>
  (headers.cookie ?? '').split(';').map((pair) => pair.trim());
