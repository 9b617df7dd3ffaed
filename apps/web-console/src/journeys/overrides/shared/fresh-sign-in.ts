import type { SignedInPerson } from '../../../session/signed-in-person';

/** A sign-in that would run out while one still writes is no fresh one. */
const TO_WRITE_MS = 60_000;

/** Whether the person proved who they are lately enough to override. It steers the page; the service decides by the token. */
export function isFresh({ signedInAt }: SignedInPerson, minutes: number, now: Date): boolean {
  if (signedInAt === undefined) return false;
  return now.getTime() - signedInAt * 1000 < minutes * 60_000 - TO_WRITE_MS;
}

/** Where the person signs in once more, and from where they come back here. */
export const signInAgainHref = (path: string): string => `/sign-in/again?from=${encodeURIComponent(path)}`;
