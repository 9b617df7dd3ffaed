import { BoundKey, DEMO_PARTNERSHIP, KeyLease, KeyLeases, type Sealed } from '@mash/contracts';
import {
  SealingPublicKey,
  SigningPrivateKey,
  sealEnvelope,
  type ContentOf,
  type EnvelopeIdsOf,
  type EnvelopeType,
  type FactsGivenFor,
} from '@mash/sealing';
import { call } from './http';
import { ACCOUNTS, type Person } from './people';
import { secrets } from './platform';
import { Refusal } from './refusal';
import { systemToken } from './tokens';

const CLIENT = 'web-console';

async function asConsole(path: string, body?: unknown): Promise<unknown> {
  const token = await systemToken(CLIENT, 'sharing', 'keys:lease');
  const its = body === undefined ? {} : { method: 'POST' as const, body };
  const answer = await call(token, 'sharing', path, its);
  if (answer.status >= 400) throw new Refusal(path, answer.status, answer.body);
  return answer.body;
}

/** A key that a form takes when it is opened: on lease, bound to no enquiry yet. */
export async function leasedKey(): Promise<SealingPublicKey> {
  const wanted = { partnershipId: DEMO_PARTNERSHIP, use: 'enquiry', count: 1 };
  const { leases } = KeyLeases.parse(await asConsole('/keys/leases', wanted));
  return SealingPublicKey.parse(leases[0]?.publicKey);
}

/** The key for when no other is at hand: shared by all forms of the partnership until it is renewed. */
export async function overflowKey(): Promise<SealingPublicKey> {
  const { publicKey } = KeyLease.parse(await asConsole(`/keys/overflow?partnershipId=${DEMO_PARTNERSHIP}`));
  return SealingPublicKey.parse(publicKey);
}

/** The key that is bound to an enquiry, for sealing more to it. */
export async function keyOf(enquiryId: string): Promise<SealingPublicKey> {
  const { publicKey } = BoundKey.parse(await asConsole(`/enquiries/${enquiryId}/key`));
  return SealingPublicKey.parse(publicKey);
}

export interface ToWrite<Type extends EnvelopeType> {
  readonly ids: Omit<EnvelopeIdsOf<Type>, 'partnershipId' | 'version'>;
  readonly content: ContentOf<Type>;
  readonly facts?: FactsGivenFor<Type>;
  readonly publicKey: SealingPublicKey;
}

/** Seals what a person wrote, signed by the console as it signs for everybody who is signed in. */
export async function sealAs<Type extends EnvelopeType>(
  author: Person,
  { ids, content, facts, publicKey }: ToWrite<Type>,
): Promise<Sealed> {
  const key = SigningPrivateKey.parse(secrets().signingKeys[CLIENT]);
  const envelope = await sealEnvelope<Type>({
    header: { partnershipId: DEMO_PARTNERSHIP, version: 1, ...ids } as unknown as EnvelopeIdsOf<Type>,
    facts: (facts ?? {}) as FactsGivenFor<Type>,
    content,
    publicKey,
    sealer: { key, sealedBy: { kind: 'person', id: ACCOUNTS[author] } },
    sealedAt: new Date(),
  });
  return { kid: publicKey.kid, envelope };
}
