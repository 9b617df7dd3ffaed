import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { isOfOurSite } from './of-another-site';

const FIELD = '_csrf';

const tokenSentIn = (request: Request): string | undefined => {
  const body = request.body as Record<string, unknown> | undefined;
  const sent = body?.[FIELD];
  return typeof sent === 'string' ? sent : undefined;
};

const { csrfSynchronisedProtection, generateToken, invalidCsrfTokenError } = csrfSync({
  getTokenFromRequest: tokenSentIn,
});

export { invalidCsrfTokenError };

/** They carry nobody's words, and leave nothing to send again: a page of an earlier session may sign out and discard all the same. */
const OF_ANY_SESSION: readonly string[] = ['/sign-out', '/not-sent/decline'];

/** Refuses a POST whose form was not made for this session; of those two, one of which it is not certain that it stood on a page of ours. */
export const refuseForgedPosts =
  (consoleUrl: string): RequestHandler =>
  (request, response, next) => {
    if (OF_ANY_SESSION.includes(request.path) && isOfOurSite(request, consoleUrl)) next();
    else csrfSynchronisedProtection(request, response, next);
  };

/** The token for the forms of a page; `undefined` where there is no session to tie it to. */
export const csrfTokenFor = (request: Request): string => generateToken(request);
