import { DEMO_AGENCIES, DEMO_PARTNERSHIP, type Capabilities, type RegisterSystemKey } from '@mash/contracts';
import {
  generateSigningKey,
  proveCapabilityUse,
  proveKeyPossession,
  type SealedBy,
  type SigningPrivateKey,
} from '@mash/sealing';
import { people } from '@mash/testing';
import type { Sharing } from './start-sharing';

const DAY = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** An agency's own system with a fresh signing key, registered or not. */
export interface ASystem {
  readonly clientId: string;
  readonly agencyId: string;
  readonly key: SigningPrivateKey;
  readonly sealer: { readonly key: SigningPrivateKey; readonly sealedBy: SealedBy };
}

export async function aSystem(its: { clientId?: string; agencyId?: string } = {}): Promise<ASystem> {
  const { clientId = 'riverside-police-records', agencyId = DEMO_AGENCIES.police } = its;
  const { privateKey: key } = await generateSigningKey();
  return { clientId, agencyId, key, sealer: { key, sealedBy: { kind: 'system', id: clientId } } };
}

/** What an administrator sends to register it; `changes` bend it. */
export async function registration(
  { clientId, agencyId, key }: ASystem,
  changes: Partial<RegisterSystemKey> = {},
): Promise<RegisterSystemKey> {
  const { kty, crv, kid, x } = key;
  const owner = { partnershipId: DEMO_PARTNERSHIP, clientId, agencyId };
  return {
    ...{ agencyId, clientId, publicKey: { kty, crv, kid, x }, maySeal: ['answer', 'contact'], validTo: inDays(365) },
    proof: await proveKeyPossession(owner, key, new Date()),
    ...changes,
  };
}

/** A system whose key the administrator has registered. */
export async function aRegisteredSystem(sharing: Sharing, its: Parameters<typeof aSystem>[0] = {}): Promise<ASystem> {
  const system = await aSystem(its);
  const answer = await sharing.as(people.admin)('post', '/system-keys', await registration(system));
  if (answer.status !== 204) throw new Error(`Not registered: ${JSON.stringify(answer.body)}`);
  return system;
}

/** Opens what the system may still open of a line, or of a notice: by the capability that was made for it. */
export async function opensByCapability(sharing: Sharing, { clientId, agencyId, key }: ASystem, aboutId: string) {
  const claims = { agency: agencyId, partnership: DEMO_PARTNERSHIP };
  const ask = sharing.asSystem(['capabilities:use'], { clientId, claims });
  const { capabilities } = (await ask('get', '/capabilities')).body as Capabilities;
  const its = capabilities.find((one) => one.aboutId === aboutId);
  if (its === undefined) throw new Error('No capability');
  const proof = await proveCapabilityUse(its.capabilityId, key, new Date());
  return ask('post', `/capabilities/${its.capabilityId}/open`, { capability: its.capability, proof });
}
