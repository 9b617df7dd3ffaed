import { telemetry } from './telemetry';
import { jsonLogger } from '@mash/telemetry';
import { readConfig } from './config';
import { createApp } from './create-app';

const log = jsonLogger('web-console');

async function start(): Promise<void> {
  const config = readConfig();
  const app = await createApp(config);
  await app.listen(config.port);
  log.info('listening', { port: config.port });
}

start().catch(async (error: unknown) => {
  log.error('did not start', error);
  process.stderr.write(`web-console did not start: ${error instanceof Error ? error.message : 'unknown'}\n`);
  await telemetry.shutdown();
  process.exit(1);
});
