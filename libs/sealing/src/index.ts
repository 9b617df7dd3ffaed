export { SEAL_REFUSALS, SealRefusal, type SealRefusalCode } from './seal-refusal';

export { KeyId, parseKey, SealingPrivateKey, SealingPublicKey, SigningPrivateKey, SigningPublicKey } from './keys/jwk';
export { claimedSigner, signStatement, verifiedStatement, type StatementKind } from './keys/signed-statement';
export { possessionFaults, proveKeyPossession, type KeyOwner } from './keys/key-possession';
export { capabilityUser, isCapabilityUseProven, proveCapabilityUse } from './keys/capability-use';
export { generateSealingKey, generateSigningKey } from './keys/generate-keys';

export { EnvelopeIds, type EnvelopeHeader, type EnvelopeIdsOf, type EnvelopeType } from './envelope/envelope-ids';
export { SealedBy } from './envelope/envelope-claims';
export { SIZE_CLASSES } from './envelope/padding';
export { LONGEST_ENVELOPE, readEnvelopeHeader } from './envelope/read-header';
export { sealEnvelope, type Sealer, type ToSeal } from './envelope/seal-envelope';
export { openEnvelope, type OpenedEnvelope, type SealerSays, type ToOpen } from './envelope/open-envelope';
export type { RegisteredSigner, SignerRegister } from './envelope/signer';
export { refusalByTerm, type SignerTerm } from './envelope/signer-term';

export { AnswerContent, AnswerItem, Grading, When } from './content/answer.content';
export { AnswerFacts, AnswerItemFacts, HandlingCondition, ItemFlag, ThirdPartyPassage } from './content/answer.facts';
export { answerDisagreements } from './content/answer-agrees';
export { Coverage, IdentifierUsed, SearchedSystem } from './content/coverage';
export {
  ANY_PART,
  HolderStatementContent,
  HolderStatementFacts,
  statementDisagreements,
  StatementRecipient,
} from './content/holder-statement';
export type { ContentOf, FactsGivenFor, FactsOf } from './content/envelope-contents';
export { LooseRecord } from './content/loose-record';

export { KeyLease, KeyUse, LeaseTerms } from './leases/key-lease';
export { signLease, type LeaseOffer } from './leases/sign-lease';
export { verifyLease, type LeaseExpectation } from './leases/verify-lease';
export { KeyPool, type KeyPoolOptions, type LeasedKeys } from './leases/key-pool';
export { KeyPools } from './leases/key-pools';

export type { KeyBinding, KeyEncryption, WrappedKey } from './wrapping/key-encryption';
export { EarlierToo } from './wrapping/earlier-too';
export { EnvironmentKek } from './wrapping/environment-kek';
export { HttpKms, type KmsSettings } from './wrapping/http-kms';
export { rewrap } from './wrapping/rewrap';

export { decryptForSession, encryptForSession, newSessionKey } from './session/session-secret';
