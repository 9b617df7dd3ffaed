import { claimedSigner, signStatement, verifiedStatement, type SigningPrivateKey } from '@mash/sealing';
import { z } from 'zod';
import type { KeySettings } from '../keys/key-settings';
import { ownKeyAt } from '../keys/own-key-at';
import type { RowCheckRow } from './row-check.repository';

const KIND = 'mash-row-check';
const Says = z.object({ checkId: z.string(), finishedAt: z.string(), state: z.string() });

const saidOf = ({ checkId, finishedAt, state }: Omit<RowCheckRow, 'signature'>) => ({
  ...{ checkId, state },
  finishedAt: finishedAt.toISOString(),
});

/** Signs that a check was made, with the key that is in no database: whoever writes into one makes no check of it that was never made. */
export const signCheck = (check: Omit<RowCheckRow, 'signature'>, key: SigningPrivateKey): Promise<string> =>
  signStatement(KIND, saidOf(check), key);

/** Whether this service made the check, and it came out so and then. One from before checks were signed was not. */
export async function isSignedCheck(
  { signature, ...check }: RowCheckRow,
  keys: Pick<KeySettings, 'signingKey' | 'earlierSigningKeys'>,
): Promise<boolean> {
  const key = signature === null ? undefined : ownKeyAt(keys, claimedSigner(KIND, signature), check.finishedAt);
  if (signature === null || key === undefined) return false;
  const says = Says.safeParse((await verifiedStatement(signature, key))?.says).data;
  const made = saidOf(check);
  return says?.checkId === made.checkId && says.finishedAt === made.finishedAt && says.state === made.state;
}
