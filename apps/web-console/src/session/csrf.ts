import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

const FIELD = '_csrf';

const tokenSentIn = (request: Request): string | undefined => {
  const body = request.body as Record<string, unknown> | undefined;
  const sent = body?.[FIELD];
  return typeof sent === 'string' ? sent : undefined;
};

const { csrfSynchronisedProtection, generateToken, invalidCsrfTokenError } = csrfSync({
  getTokenFromRequest: tokenSentIn,
});

/** Refuses a POST whose form was not made for this session. */
export { csrfSynchronisedProtection as refuseForgedPosts, invalidCsrfTokenError };

/** The token for the forms of a page; `undefined` where there is no session to tie it to. */
export const csrfTokenFor = (request: Request): string => generateToken(request);
