import { signStatement, verifiedStatement, type SigningPrivateKey, type SigningPublicKey } from '@mash/sealing';
import { Checkpoint } from '../../domain/checkpoint';

/** A head, signed (compact JWS, Ed25519). */
export const signCheckpoint = (checkpoint: Checkpoint, key: SigningPrivateKey): Promise<string> =>
  signStatement('mash-audit-checkpoint', checkpoint, key);

/** What a checkpoint says of this partnership, if the audit key signed it; otherwise undefined. */
export async function readCheckpoint(
  statement: string,
  partnershipId: string,
  key: SigningPublicKey,
): Promise<Checkpoint | undefined> {
  const signed = await verifiedStatement(statement, key);
  const checkpoint = Checkpoint.safeParse(signed?.says).data;
  return checkpoint?.partnershipId === partnershipId ? checkpoint : undefined;
}
