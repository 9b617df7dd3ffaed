import { CompactEncrypt } from 'jose';
import type { z } from 'zod';
import { checkInside } from '../content/check-inside';
import type { ContentOf, FactsGivenFor } from '../content/envelope-contents';
import { fieldsOf, type SealingPublicKey, type SigningPrivateKey } from '../keys/jwk';
import { signStatement } from '../keys/signed-statement';
import { SealRefusal } from '../seal-refusal';
import type { SealedBy } from './envelope-claims';
import { EnvelopeIds, type EnvelopeIdsOf, type EnvelopeType } from './envelope-ids';
import { pad } from './padding';

/** Whose key signs, and whom it names as the one who sealed. */
export interface Sealer {
  readonly key: SigningPrivateKey;
  readonly sealedBy: SealedBy;
}

export interface ToSeal<Type extends EnvelopeType> {
  readonly header: EnvelopeIdsOf<Type>;
  /** What the sharing decision rests on; never leaves the sharing service. */
  readonly facts: FactsGivenFor<Type>;
  readonly content: ContentOf<Type>;
  readonly publicKey: SealingPublicKey;
  readonly sealer: Sealer;
  readonly sealedAt: Date;
  /** A closer schema than this library's own, for contents that their owner defines (a contact, a decision). */
  readonly contentSchema?: z.ZodType;
}

/**
 * Signs facts and content together with every id, fills them up to 4, 16 or 64 kB and encrypts them to an enquiry key.
 * @returns the envelope: a compact JWE to be kept beside a row with the same ids.
 * @throws SealRefusal SEAL.MALFORMED (ids), SEAL.CONTENT_INVALID, SEAL.TOO_LARGE
 */
export async function sealEnvelope<Type extends EnvelopeType>(toSeal: ToSeal<Type>): Promise<string> {
  const header = { ...checkedIds(toSeal.header), kid: toSeal.publicKey.kid };
  const { facts, content } = checkInside(header.typ, toSeal.facts, toSeal.content, toSeal.contentSchema);
  const claims = { header, sealedAt: toSeal.sealedAt.toISOString(), sealedBy: toSeal.sealer.sealedBy };
  const signed = await signStatement('mash-envelope', { claims, facts, content }, toSeal.sealer.key);
  return new CompactEncrypt(pad(signed))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', ...header })
    .encrypt(toSeal.publicKey);
}

function checkedIds(header: unknown): EnvelopeIds {
  const result = EnvelopeIds.safeParse(header);
  if (!result.success) throw new SealRefusal('SEAL.MALFORMED', fieldsOf(result.error));
  return result.data;
}
