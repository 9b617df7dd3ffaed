import { randomBytes } from 'node:crypto';
import { SealRefusal } from '../seal-refusal';
import { decrypt, encrypt } from '../wrapping/aes-256-gcm';

const KEY = /^[A-Za-z0-9_-]{43}$/;

/** A key for one session (32 bytes, base64url). It goes into the cookie and nowhere else. */
export const newSessionKey = (): string => randomBytes(32).toString('base64url');

/**
 * Encrypts what the session keeps for a person (the refresh token). The session table without the cookie opens nothing,
 * and a row copied to another session does not open there either.
 */
export function encryptForSession(secret: string, sessionKey: string, sessionId: string): string {
  return encrypt(keyOf(sessionKey), Buffer.from(secret, 'utf8'), boundTo(sessionId));
}

/** @throws SealRefusal SEAL.SESSION_SECRET_UNREADABLE: another cookie's key, another session's row, or an altered one */
export function decryptForSession(encrypted: string, sessionKey: string, sessionId: string): string {
  const plain = decrypt(keyOf(sessionKey), encrypted, boundTo(sessionId));
  if (plain === undefined) throw new SealRefusal('SEAL.SESSION_SECRET_UNREADABLE');
  return plain.toString('utf8');
}

function keyOf(sessionKey: string): Buffer {
  if (!KEY.test(sessionKey)) throw new SealRefusal('SEAL.SESSION_SECRET_UNREADABLE');
  return Buffer.from(sessionKey, 'base64url');
}

const boundTo = (sessionId: string): string => JSON.stringify(['mash-session', sessionId]);
