import { z } from 'zod';
import { Id } from '../core/ids';

/** Some rows of one table, hashed alike. Hashes and keys are in the same order. */
export const AttestedRows = z.object({
  table: z.string().describe('Table, in the database of the service that made the entry'),
  columns: z.array(z.string()).describe('Columns that the hash covers, in this order'),
  keys: z.array(z.string()).describe('Primary key of each row; the parts of a composite one are joined by a stroke'),
  hashes: z.array(z.string()).describe('SHA-256 of each row in its canonical form, hex'),
});
export type AttestedRows = z.infer<typeof AttestedRows>;

/** Rows as they stood when the transaction that wrote them committed: keys and hashes, never what they hold. */
export const RowAttestation = z.object({
  attestationId: Id.describe('This attestation; one that comes twice is a copy'),
  form: z.literal(1).describe('Version of the canonical form'),
  tables: z.array(AttestedRows).describe('The rows, by table'),
  signature: z
    .string()
    .describe('Compact JWS by the signing key of the service over id, partnership, form and digest of the tables'),
});
export type RowAttestation = z.infer<typeof RowAttestation>;
