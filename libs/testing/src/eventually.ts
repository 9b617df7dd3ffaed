import { setTimeout as wait } from 'node:timers/promises';

/** Tries an assertion again until it holds; after `patienceMs` milliseconds its last failure is thrown. */
export async function eventually<T>(assertion: () => Promise<T> | T, patienceMs = 15_000): Promise<T> {
  const patience = AbortSignal.timeout(patienceMs);
  for (;;) {
    try {
      return await assertion();
    } catch (failure) {
      if (patience.aborted) throw failure;
      await wait(50);
    }
  }
}
