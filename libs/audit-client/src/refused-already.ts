import { AsyncLocalStorage } from 'node:async_hooks';

/** Whether the call under way has left the entry of a refusal: one is kept of it, and not two. */
const calls = new AsyncLocalStorage<{ hasEntry: boolean }>();

/** Runs what a call does, and remembers for it. */
export const inOneCall = <T>(work: () => T): T => calls.run({ hasEntry: false }, work);

/** The entry of a refusal has been committed. */
export function noteRefusalKept(): void {
  const call = calls.getStore();
  if (call) call.hasEntry = true;
}

/** Asked within the call itself. */
export const currentCall = (): { readonly hasEntry: boolean } | undefined => calls.getStore();
