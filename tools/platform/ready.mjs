import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { failureOf } from './children.mjs';

/** Asks `probe` again and again until it says yes; throws when the child it belongs to ends, or when time is up. */
async function until(probe, child, seconds, what) {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (await probe()) return;
    if (child && !child.running) throw new Error(failureOf(child, await child.ended));
    await wait(100);
  }
  throw new Error(child ? failureOf(child, `${what} after ${seconds} s`) : `${what} after ${seconds} s`);
}

/** Waits until an address answers 200. */
export function waitForHttp(url, child, seconds = 60) {
  const probe = async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.status === 200;
  };
  return until(probe, child, seconds, `does not answer at ${url}`);
}

/** Waits until a child has written `text` to its log. */
export function waitForLog(child, text, seconds = 60) {
  return until(() => readFileSync(child.log, 'utf8').includes(text), child, seconds, `did not say "${text}"`);
}
