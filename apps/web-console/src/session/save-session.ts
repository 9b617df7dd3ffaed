import type { ConsoleRequest } from './console-request';

/**
 * Saves the session before a redirect is sent. express-session lets the headers of an empty answer go while it is still saving, and
 * the browser, being quick, would come back to a session that is not there yet.
 */
export async function saveSession({ session }: ConsoleRequest): Promise<void> {
  const current = session as ConsoleRequest['session'] | undefined; // gone after sign-out
  if (current?.sealed === undefined && current?.pending === undefined) return;
  await new Promise<void>((resolve, reject) => {
    current.save((error?: Error | null) => (error ? reject(error) : resolve()));
  });
}
