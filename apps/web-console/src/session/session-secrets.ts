import { decryptForSession, encryptForSession, newSessionKey, SealRefusal } from '@mash/sealing';
import type { Response } from 'express';
import type { ConsoleRequest } from './console-request';
import { cookieOf, cookieOptions, KEY_COOKIE } from './session-cookies';
import { SessionSecrets } from './signed-in-person';

/** Keeps the secrets in the session, under a fresh key that goes into the cookie and nowhere else. */
export function keepSecrets(
  request: ConsoleRequest,
  response: Response,
  secrets: SessionSecrets,
  consoleUrl: string,
): void {
  const key = newSessionKey();
  request.session.sealed = encryptForSession(JSON.stringify(secrets), key, request.sessionID);
  response.cookie(KEY_COOKIE, key, cookieOptions(consoleUrl));
}

/** Keeps a refresh token that the provider has exchanged for the one before; the cookie's key stays. */
export function replaceRefreshToken(request: ConsoleRequest, refreshToken: string): void {
  const [key, secrets] = [cookieOf(request, KEY_COOKIE), readSecrets(request)];
  if (key === undefined || secrets === undefined) return;
  request.session.sealed = encryptForSession(JSON.stringify({ ...secrets, refreshToken }), key, request.sessionID);
}

/** Nobody is signed in here any more, from the next request on. */
export function forgetSecrets(request: ConsoleRequest): void {
  delete request.session.sealed;
}

/** What the session keeps, or undefined when nobody is signed in, the key is gone, or the row is another session's. */
export function readSecrets(request: ConsoleRequest): SessionSecrets | undefined {
  const [key, sealed] = [cookieOf(request, KEY_COOKIE), request.session.sealed];
  if (key === undefined || sealed === undefined) return undefined;
  try {
    return SessionSecrets.safeParse(JSON.parse(decryptForSession(sealed, key, request.sessionID))).data;
  } catch (error) {
    if (error instanceof SealRefusal) return undefined;
    throw error;
  }
}
