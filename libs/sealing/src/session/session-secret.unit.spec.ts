import fc from 'fast-check';
import { decryptForSession, encryptForSession, newSessionKey } from './session-secret';

const unreadable = expect.objectContaining({ code: 'SEAL.SESSION_SECRET_UNREADABLE' });

describe('What a session keeps', () => {
  test('opens with the key of its cookie only', () => {
    const key = newSessionKey();
    const kept = encryptForSession('a refresh token', key, 'session-1');
    expect(decryptForSession(kept, key, 'session-1')).toBe('a refresh token');
    expect(kept).not.toContain(Buffer.from('a refresh token').toString('base64url').slice(0, 12));
    expect(() => decryptForSession(kept, newSessionKey(), 'session-1')).toThrow(unreadable);
  });

  test('does not open in another session', () => {
    const key = newSessionKey();
    expect(() => decryptForSession(encryptForSession('token', key, 'session-1'), key, 'session-2')).toThrow(unreadable);
  });

  test('does not open when altered, cut short, or with something that is no key', () => {
    const key = newSessionKey();
    const kept = encryptForSession('token', key, 's');
    for (const other of [
      '',
      kept.slice(0, 20),
      `A${kept.slice(1)}x`,
      kept.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    ]) {
      expect(() => decryptForSession(other, key, 's')).toThrow(unreadable);
    }
    expect(() => decryptForSession(kept, 'short', 's')).toThrow(unreadable);
  });

  test('gives back any text', () => {
    const key = newSessionKey();
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (secret) => decryptForSession(encryptForSession(secret, key, 's'), key, 's') === secret,
      ),
      { seed: 7 },
    );
  });
});
