import { EnvironmentKek, readEnvelopeHeader, type EnvelopeHeader, type SealingPrivateKey } from '@mash/sealing';
import { compactDecrypt } from 'jose';
import { Client } from 'pg';
import { walkTables } from './catalogue';
import { DATABASES, ownerDatabaseUrl, secrets } from './platform';

export interface SealedValue {
  readonly envelope: string;
  readonly header: EnvelopeHeader;
  /** Service and column. */
  readonly lies: string;
}

const JWE = /[A-Za-z0-9_-]{40,}\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{40,}\.[A-Za-z0-9_-]{16,}/g;

const headerOf = (envelope: string): EnvelopeHeader | undefined => {
  try {
    return readEnvelopeHeader(envelope);
  } catch {
    return undefined; // some other text with four dots
  }
};

/** Every envelope that lies anywhere in any database, whatever column or JSON it lies in. */
export async function everySealedValue(): Promise<SealedValue[]> {
  const found: SealedValue[] = [];
  for (const service of DATABASES)
    await walkTables(service, ({ column, text }) => {
      for (const [envelope] of text.matchAll(JWE)) {
        const header = headerOf(envelope);
        if (header !== undefined) found.push({ envelope, header, lies: `${service}.${column}` });
      }
    });
  return found;
}

interface KeyRow {
  kid: string;
  partnership_id: string;
  enquiry_id: string | null;
  use: string;
  wrapped: string | null;
}
export interface DumpedKey {
  readonly key: SealingPrivateKey;
  readonly use: string;
}

/** Every private key that whoever has the dump and the key-encryption key can unwrap. */
export async function everyKey(): Promise<DumpedKey[]> {
  const kek = new EnvironmentKek(secrets().keyEncryptionKey);
  const client = new Client({ connectionString: ownerDatabaseUrl('sharing') });
  await client.connect();
  try {
    const { rows } = await client.query<KeyRow>('SELECT * FROM enquiry_key WHERE wrapped IS NOT NULL');
    return await Promise.all(
      rows.map(async ({ kid, partnership_id: partnershipId, enquiry_id: enquiryId, use, wrapped }) => ({
        key: await kek.unwrap(wrapped ?? '', { kid, partnershipId, enquiryId }),
        use,
      })),
    );
  } finally {
    await client.end();
  }
}

/** Whether any of the keys opens it: each is tried, whatever the header says. */
export async function opensWithAny(envelope: string, keys: readonly DumpedKey[]): Promise<boolean> {
  for (const { key } of keys) {
    const opened = await compactDecrypt(envelope, key).then(
      () => true,
      () => false,
    );
    if (opened) return true;
  }
  return false;
}
