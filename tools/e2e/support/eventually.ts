import { setTimeout as wait } from 'node:timers/promises';

/** Tries an assertion again until it holds, for what services do in their own time; after `seconds` its last failure is thrown. */
export async function eventually<T>(assertion: () => Promise<T> | T, seconds = 30): Promise<T> {
  const patience = AbortSignal.timeout(seconds * 1000);
  for (;;) {
    try {
      return await assertion();
    } catch (failure) {
      if (patience.aborted) throw failure;
      await wait(100);
    }
  }
}
