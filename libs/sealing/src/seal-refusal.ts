/** Every way in which sealing or opening refuses, by a stable code. Messages name no person and repeat no content. */
export const SEAL_REFUSALS = {
  'SEAL.MALFORMED': 'The envelope is not one of ours, or is damaged',
  'SEAL.HEADER_MISMATCH': 'The header of the envelope does not agree with the row it lies in',
  'SEAL.CLAIM_MISMATCH': 'What was signed inside the envelope does not agree with its header',
  'SEAL.UNKNOWN_SIGNER': 'The envelope is signed with a key that is not registered',
  'SEAL.SIGNER_NOT_ENTITLED': 'The signer may not seal this kind of envelope, or not for this agency',
  'SEAL.SIGNER_REVOKED': 'The signing key was revoked before the envelope was sealed, or before it was received',
  'SEAL.SIGNER_OUT_OF_TERM': 'The signing key does not count for the time at which the envelope was sealed or received',
  'SEAL.BAD_SIGNATURE': 'The signature inside the envelope is not right',
  'SEAL.WRONG_KEY': 'The envelope does not open with this key: it was sealed to another, or altered since',
  'SEAL.TOO_LARGE': 'There is more to seal than the largest envelope holds',
  'SEAL.CONTENT_INVALID': 'What is inside the envelope is not what this kind of envelope holds',
  'SEAL.LEASE_MALFORMED': 'The key lease cannot be read',
  'SEAL.LEASE_UNTRUSTED': 'The key lease is not signed by the sharing service',
  'SEAL.LEASE_EXPIRED': 'The key lease has run out',
  'SEAL.LEASE_WRONG_PARTNERSHIP': 'The key lease is for another partnership',
  'SEAL.LEASE_WRONG_USE': 'The key lease is for another use',
  'SEAL.LEASE_WRONG_ENQUIRY': 'The key lease is for another enquiry',
  'SEAL.NO_KEY': 'There is no leased key and no overflow key to seal to',
  'SEAL.KEY_MALFORMED': 'A key is not of the kind that is needed here',
  'SEAL.KEK_MISSING':
    'The key-encryption key that wrapped this key is not configured here: nothing can be opened without it',
  'SEAL.KMS_UNREACHABLE': 'The key management service does not answer: nothing can be opened until it does',
  'SEAL.KEY_DESTROYED': 'The keys of this enquiry were destroyed: what was sealed to them is gone for good',
  'SEAL.KEY_GONE': 'The private half of this key is gone, and nobody erased its enquiry',
  'SEAL.UNWRAP_FAILED': 'The wrapped key does not unwrap: it is bound to something else, or altered',
  'SEAL.SESSION_SECRET_UNREADABLE': 'The session secret does not open with the key in this cookie',
} as const;

export type SealRefusalCode = keyof typeof SEAL_REFUSALS;

/** What is no fault of the envelope: the key-encryption key is not at hand. Nothing opens, and nothing may be called refused for it. */
const KEYS_NOT_AT_HAND: ReadonlySet<SealRefusalCode> = new Set(['SEAL.KEK_MISSING', 'SEAL.KMS_UNREACHABLE']);

/** Thrown for every refusal of this library. `where` names fields only (never their values), so that it may be logged. */
export class SealRefusal extends Error {
  override readonly name = 'SealRefusal';
  /** True where the same envelope may open later: whoever waits tries again, and never takes it for a "no". */
  readonly passing: boolean;

  constructor(
    readonly code: SealRefusalCode,
    readonly where: readonly string[] = [],
  ) {
    super(where.length === 0 ? SEAL_REFUSALS[code] : `${SEAL_REFUSALS[code]} (${where.join(', ')})`);
    this.passing = KEYS_NOT_AT_HAND.has(code);
  }
}
