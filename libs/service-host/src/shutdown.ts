import type { Server } from 'node:http';
import type { Log } from '@mash/telemetry';
import type { INestApplication } from '@nestjs/common';
import { HealthRegistry } from './health/health-registry';

/** How long what is under way may take before the process ends anyway, in milliseconds. */
const DEADLINE_MS = 10_000;

const stopServing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve()); // refuses new connections, waits for those that are busy
    server.closeIdleConnections();
  });

/**
 * Stops in order: not ready, no new requests, the open ones finished, then consumers, relay and pools (`app.close()`).
 * Requests are drained first because they still need the pools.
 */
export async function drain(app: INestApplication): Promise<void> {
  app.get(HealthRegistry).drain();
  await stopServing(app.getHttpServer() as Server);
  await app.close();
}

/** Ends the process on SIGTERM, SIGINT or when the launcher that forked it goes away. A second signal does not wait. */
export function drainOnSignals(app: INestApplication, log: Log, flush: () => Promise<void>): void {
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return process.exit(1);
    isStopping = true;
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    try {
      await drain(app);
      await flush();
      process.exit(0);
    } catch (error) {
      log.error('stopped badly', error);
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('disconnect', () => void stop('disconnect'));
}
