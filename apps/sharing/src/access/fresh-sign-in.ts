import type { PersonActor } from '@mash/authorisation';
import { CodedError } from '@mash/service-host';

/** Clocks of two machines differ a little. */
const LEEWAY_MS = 5_000;

/**
 * The person at the keyboard proved who they are within these minutes: a screen left open overrides nothing.
 * @throws CodedError AUTH.STEP_UP_NEEDED (403), also where the provider does not say when they signed in
 */
export function assertFreshSignIn({ signedInAt }: PersonActor, minutes: number, now: Date): void {
  const age = signedInAt === undefined ? Infinity : now.getTime() - signedInAt * 1000;
  if (age <= minutes * 60_000 + LEEWAY_MS) return;
  throw new CodedError('AUTH.STEP_UP_NEEDED', 403, 'Sign in again first: this needs a fresh sign-in.');
}
