import { z } from 'zod';
import { setting, type ServiceName } from './platform';

/**
 * Holds a service still while something is done: its port takes connections, and nobody answers. Then it goes on where it stood.
 * Short of losing its data this is the worst that a service does to those who wait for it.
 */
export async function whileHeldStill<T>(service: ServiceName, then: () => Promise<T>): Promise<T> {
  const pid = z.record(z.string(), z.number()).parse(JSON.parse(setting('MASH_TEST_PROCESSES')))[service];
  if (pid === undefined) throw new Error(`no process of ${service} is known`);
  process.kill(pid, 'SIGSTOP');
  try {
    return await then();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
