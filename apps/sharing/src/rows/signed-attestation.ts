import { createHash } from 'node:crypto';
import type { AttestedRows, RowAttestation } from '@mash/contracts';
import {
  claimedSigner,
  signStatement,
  verifiedStatement,
  type SigningPrivateKey,
  type SigningPublicKey,
} from '@mash/sealing';
import { z } from 'zod';
import { FORM } from './row-form';

const KIND = 'mash-row-hashes';
const Says = z.object({ attestationId: z.string(), partnershipId: z.string(), form: z.number(), digest: z.string() });

/** One text for the tables, in whatever order their fields came back. */
const digestOf = (tables: readonly AttestedRows[]): string =>
  createHash('sha256')
    .update(JSON.stringify(tables.map(({ table, columns, keys, hashes }) => [table, columns, keys, hashes])))
    .digest('hex');

/** Signs hashes with the key that only this service's process has: whoever writes into its database, outbox included, can make none. */
export async function signAttestation(
  attestationId: string,
  partnershipId: string,
  tables: AttestedRows[],
  key: SigningPrivateKey,
): Promise<RowAttestation> {
  const says = { attestationId, partnershipId, form: FORM, digest: digestOf(tables) };
  return { attestationId, form: FORM, tables, signature: await signStatement(KIND, says, key) };
}

/** Whether this service signed this very attestation, for this partnership. */
export async function isSigned(rows: RowAttestation, partnershipId: string, key: SigningPublicKey): Promise<boolean> {
  if (claimedSigner(KIND, rows.signature) !== key.kid) return false;
  const statement = await verifiedStatement(rows.signature, key);
  const says = Says.safeParse(statement?.says).data;
  return (
    says?.attestationId === rows.attestationId &&
    says.partnershipId === partnershipId &&
    says.form === rows.form &&
    says.digest === digestOf(rows.tables)
  );
}
