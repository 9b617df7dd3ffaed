import type { ConsoleRequest } from './console-request';

/**
 * Keeps at once what this request has put into the session. express-session would keep it when the answer goes: by then another request may have kept
 * something newer, and the headers of an empty answer may be gone, so that the browser, being quick, comes back to a session that is not there yet.
 * Nothing else saves: a request that changed nothing has a copy that may be older than what lies there.
 */
export async function saveSession({ session }: ConsoleRequest): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    session.save((error?: Error | null) => (error ? reject(error) : resolve()));
  });
}
