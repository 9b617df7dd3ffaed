import { compactDecrypt, errors } from 'jose';
import type { z } from 'zod';
import { checkInside } from '../content/check-inside';
import type { ContentOf, FactsOf } from '../content/envelope-contents';
import { fieldsOf, type SealingPrivateKey } from '../keys/jwk';
import { claimedSigner, verifiedStatement } from '../keys/signed-statement';
import { SealRefusal } from '../seal-refusal';
import { SignedEnvelope, type SealedBy } from './envelope-claims';
import { differingFields, type EnvelopeIdsOf, type EnvelopeType } from './envelope-ids';
import { unpad } from './padding';
import { readEnvelopeHeader } from './read-header';
import { isEntitled, type RegisteredSigner, type SignerRegister } from './signer';
import { refusalByTerm } from './signer-term';

export interface ToOpen<Type extends EnvelopeType> {
  readonly privateKey: SealingPrivateKey;
  /** The ids of the row in which the envelope lies, all of them: it opens in that place only. */
  readonly expected: EnvelopeIdsOf<Type>;
  readonly verifierFor: SignerRegister;
  /**
   * When the platform received it; asked only where the signing key has a term. Without it no signature of such a key counts.
   */
  readonly receivedAt?: (said: SealerSays) => Date | Promise<Date>;
  /** Who must have sealed it, where the row says so: a person's words are not a system's, nor the other way round. */
  readonly sealedBy?: SealedBy;
  readonly contentSchema?: z.ZodType;
}

/** What an envelope says of its sealing, once its signature has held. */
export interface SealerSays {
  readonly sealedAt: Date;
  readonly speaksFor: RegisteredSigner['speaksFor'];
}

export interface OpenedEnvelope<Type extends EnvelopeType> {
  readonly header: EnvelopeIdsOf<Type> & { kid: string };
  readonly sealedAt: string;
  readonly sealedBy: SealedBy;
  /** Id of the signing key. */
  readonly signerKid: string;
  readonly facts: FactsOf<Type>;
  readonly content: ContentOf<Type>;
}

/**
 * Opens an envelope, if everything agrees: the row, the header, what was signed, who signed it, and what that signer may say.
 * @throws SealRefusal SEAL.MALFORMED, HEADER_MISMATCH, WRONG_KEY, UNKNOWN_SIGNER, BAD_SIGNATURE, CLAIM_MISMATCH,
 *   SIGNER_NOT_ENTITLED, SIGNER_REVOKED, SIGNER_OUT_OF_TERM, CONTENT_INVALID: in this order, and nothing of the inside is in any of them.
 */
export async function openEnvelope<Type extends EnvelopeType>(
  jwe: string,
  { privateKey, expected, verifierFor, contentSchema, receivedAt, sealedBy: author }: ToOpen<Type>,
): Promise<OpenedEnvelope<Type>> {
  const header = readEnvelopeHeader(jwe);
  refuseWhere('SEAL.HEADER_MISMATCH', differingFields(header, { ...expected, kid: header.kid }));
  if (header.kid !== privateKey.kid) throw new SealRefusal('SEAL.WRONG_KEY', ['kid']);

  const jws = unpad(await decrypt(jwe, privateKey));
  const { signer, signed } = await verify(jws, verifierFor);
  const { header: signedHeader, sealedAt, sealedBy } = signed.claims;
  refuseWhere('SEAL.CLAIM_MISMATCH', differingFields(header, signedHeader));
  refuseWhere('SEAL.CLAIM_MISMATCH', 'authorId' in header && header.authorId !== sealedBy.id ? ['authorId'] : []);
  if (!isEntitled(signer, header, sealedBy)) throw new SealRefusal('SEAL.SIGNER_NOT_ENTITLED');
  if (author !== undefined && differingFields(author, sealedBy).length > 0)
    throw new SealRefusal('SEAL.SIGNER_NOT_ENTITLED', ['sealedBy']);
  await refuseOutOfTerm(signer, sealedAt, receivedAt);

  const inside = checkInside<Type>(expected.typ, signed.facts, signed.content, contentSchema);
  return { header: { ...expected, kid: header.kid }, sealedAt, sealedBy, signerKid: signer.publicKey.kid, ...inside };
}

function refuseWhere(code: 'SEAL.HEADER_MISMATCH' | 'SEAL.CLAIM_MISMATCH', fields: readonly string[]): void {
  if (fields.length > 0) throw new SealRefusal(code, fields);
}

async function refuseOutOfTerm(
  { term, speaksFor }: RegisteredSigner,
  sealedAt: string,
  receivedAt: ToOpen<EnvelopeType>['receivedAt'],
): Promise<void> {
  if (term === undefined) return;
  if (receivedAt === undefined) throw new SealRefusal('SEAL.SIGNER_OUT_OF_TERM', ['receivedAt']);
  const said = { sealedAt: new Date(sealedAt), speaksFor };
  const refusal = refusalByTerm(term, { sealedAt: said.sealedAt, receivedAt: await receivedAt(said) });
  if (refusal !== undefined) throw new SealRefusal(refusal);
}

async function decrypt(jwe: string, privateKey: SealingPrivateKey): Promise<Uint8Array> {
  try {
    const allowed = { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] };
    return (await compactDecrypt(jwe, privateKey, allowed)).plaintext;
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed) throw new SealRefusal('SEAL.WRONG_KEY');
    throw new SealRefusal('SEAL.MALFORMED', ['encryption']);
  }
}

async function verify(
  jws: string,
  verifierFor: SignerRegister,
): Promise<{ signer: RegisteredSigner; signed: SignedEnvelope }> {
  const kid = claimedSigner('mash-envelope', jws);
  if (kid === undefined) throw new SealRefusal('SEAL.MALFORMED', ['signature']);
  const signer = await verifierFor(kid);
  if (signer === undefined) throw new SealRefusal('SEAL.UNKNOWN_SIGNER');
  const statement = await verifiedStatement(jws, signer.publicKey);
  if (statement === undefined) throw new SealRefusal('SEAL.BAD_SIGNATURE');
  const signed = SignedEnvelope.safeParse(statement.says);
  if (!signed.success) throw new SealRefusal('SEAL.MALFORMED', fieldsOf(signed.error));
  return { signer, signed: signed.data };
}
