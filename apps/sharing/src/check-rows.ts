import { createApp } from '@mash/service-host';
import { AppModule } from './app.module';
import { readSharingConfig } from './config';
import { AttestEarlierRows } from './features/check-rows/attest-earlier-rows';
import { CheckRowsHandler } from './features/check-rows/check-rows.handler';
import { describeCheck } from './features/check-rows/describe-check';

/**
 * `node dist/check-rows.js`, with the environment of the service: compares every watched row with the audit log. It needs the service running
 * beside it (its relay takes the mark to the log). `--attest-earlier` attests what was written before rows were attested. Ends with 0 where all rows are as they were written, 1 where some are not, 2 where it could not look.
 */
async function main(): Promise<void> {
  const config = readSharingConfig();
  const { oidcIssuer, oidcInternalUrl, urls, clientId, clientSecret } = config;
  const settings = { service: 'sharing', oidcIssuer, oidcInternalUrl, urls, clientId, clientSecret };
  // Never started: it neither listens nor consumes. It only has the parts at hand.
  const app = await createApp(AppModule.with(config), settings);
  try {
    if (process.argv[2] === '--attest-earlier') {
      await attestEarlier(app.get(AttestEarlierRows));
      return;
    }
    const result = await app.get(CheckRowsHandler).execute('command');
    const lines = result === undefined ? ['Another check is under way.'] : describeCheck(result);
    for (const line of lines) process.stdout.write(`${line}\n`);
    process.exitCode = { whole: 0, differs: 1, unfinished: 2 }[result?.state ?? 'unfinished'];
  } finally {
    await app.close();
  }
}

/** Once, after the version that began to attest rows was installed over an older one. */
async function attestEarlier(earlier: AttestEarlierRows): Promise<void> {
  const rows = await earlier.execute();
  process.stdout.write(rows === undefined ? 'It could not look: run it again.\n' : `${rows} earlier rows attested.\n`);
  process.exitCode = rows === undefined ? 2 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`The rows could not be checked: ${error instanceof Error ? error.message : 'unknown error'}\n`);
  process.exitCode = 2;
});
