/** When the signatures of a registered key count. */
export interface SignerTerm {
  readonly from: Date;
  /** The first moment at which they count no longer. */
  readonly until: Date;
  readonly revokedAt?: Date;
}

/** Two moments of one envelope: what its signer says of it, and what the platform knows. */
export interface SealedAndReceived {
  readonly sealedAt: Date;
  /** By the platform's own clock. Whoever holds a stolen key can write any time into what they sign; this one they cannot. */
  readonly receivedAt: Date;
}

/** Clocks of agencies differ by so much from ours (milliseconds, assumed). */
const CLOCK_DIFFERENCE = 5 * 60_000;

/**
 * Whether a signature counts, by **both** times: an envelope must have been sealed and received before the key was revoked or ran out.
 * One that says it is older than the revocation but comes after it is refused: that it is older is only what its signer says.
 * @returns undefined where it counts
 */
export function refusalByTerm(
  { from, until, revokedAt }: SignerTerm,
  { sealedAt, receivedAt }: SealedAndReceived,
): 'SEAL.SIGNER_REVOKED' | 'SEAL.SIGNER_OUT_OF_TERM' | undefined {
  const last = Math.max(sealedAt.getTime(), receivedAt.getTime());
  if (revokedAt !== undefined && last >= revokedAt.getTime()) return 'SEAL.SIGNER_REVOKED';
  const isTooEarly = sealedAt.getTime() < from.getTime() - CLOCK_DIFFERENCE;
  const isFromTheFuture = sealedAt.getTime() > receivedAt.getTime() + CLOCK_DIFFERENCE;
  return isTooEarly || isFromTheFuture || last >= until.getTime() ? 'SEAL.SIGNER_OUT_OF_TERM' : undefined;
}
