import './telemetry';
import { jsonLogger } from '@mash/telemetry';
import { readIdentityConfig } from './config';
import { identityApp } from './http/identity-app';
import { listen, stopListening } from './http/listen';

async function main(): Promise<void> {
  const config = readIdentityConfig();
  const server = await listen(await identityApp(config), config.port);
  const log = jsonLogger('dev-identity');
  log.info('started', { port: config.port });
  const stop = (signal: string): void => {
    log.info('stopping', { signal });
    void stopListening(server).then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal));
  process.once('disconnect', () => stop('disconnect'));
}

main().catch((error: unknown) => {
  process.stderr.write(`dev-identity could not start: ${error instanceof Error ? error.message : 'unknown error'}\n`);
  process.exit(1);
});
