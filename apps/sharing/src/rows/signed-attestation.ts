import { createHash } from 'node:crypto';
import type { AttestedRows, RowAttestation } from '@mash/contracts';
import { claimedSigner, signStatement, verifiedStatement, type SigningPrivateKey } from '@mash/sealing';
import { z } from 'zod';
import type { KeySettings } from '../keys/key-settings';
import { ownKeyAt } from '../keys/own-key-at';
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

/** The moment inside an id of version 7. It is part of what is signed. */
const madeAt = (id: string): Date => new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16));

/** Whether this service signed this very attestation, for this partnership, by the key that it had when it was made. */
export async function isSigned(
  rows: RowAttestation,
  partnershipId: string,
  keys: Pick<KeySettings, 'signingKey' | 'earlierSigningKeys'>,
): Promise<boolean> {
  const key = ownKeyAt(keys, claimedSigner(KIND, rows.signature), madeAt(rows.attestationId));
  if (key === undefined) return false;
  const statement = await verifiedStatement(rows.signature, key);
  const says = Says.safeParse(statement?.says).data;
  return (
    says?.attestationId === rows.attestationId &&
    says.partnershipId === partnershipId &&
    says.form === rows.form &&
    says.digest === digestOf(rows.tables)
  );
}
