import { readVerifierConfig } from './config';
import { verify } from './features/verify-chain/verify-command';

/**
 * `node dist/verify.js` follows every chain in the database (DATABASE_URL, the app role will do); `node dist/verify.js log.ndjson`
 * an export, for which AUDIT_PUBLIC_KEY is all it needs. Ends with 0 when all hold, 1 when one is broken or proven by no signed head, 2 when it
 * could not look.
 */
async function main(): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const allHold = await verify({ ...readVerifierConfig(), exportPath: process.argv[2], say });
  process.exitCode = allHold ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The audit log could not be verified: ${error instanceof Error ? error.message : 'unknown error'}\n`,
  );
  process.exitCode = 2;
});
