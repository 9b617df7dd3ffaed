import { readRotationConfig } from './config';
import { rotateKeys } from './features/rotate-keys/rotate-keys.command';

/**
 * `node dist/rotate-keys.js`: wraps every living key anew under the current key-encryption key (DATABASE_URL of the app role; MASH_KEK and
 * MASH_KEK_EARLIER, or MASH_KMS_*). Ends with 0 when none is left, 1 when some are, 2 when it could not go on: then run it again.
 */
async function main(): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  process.exitCode = (await rotateKeys({ ...readRotationConfig(), say })) ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The keys could not all be rotated: ${error instanceof Error ? error.message : 'unknown error'}\n`,
  );
  process.exitCode = 2;
});
