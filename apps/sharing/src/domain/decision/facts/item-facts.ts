import type { YesNo } from './body-facts';

export const DATA_CLASSES = ['personal', 'special', 'criminal'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const BARS = ['none', 'adoption', 'gender', 'court', 'sexual_health', 'other'] as const;
export type Bar = (typeof BARS)[number];

export const RELEVANCES = ['relevant', 'old', 'irrelevant'] as const;
export type Relevance = (typeof RELEVANCES)[number];

/** What the item says of people whom the request is not about. */
export const THIRDS = ['none', 'personal', 'special'] as const;
export type Thirds = (typeof THIRDS)[number];

/** Whether the item still means what it meant once others are redacted. */
export const REDACTION_EFFECTS = ['whole', 'defeats'] as const;
export type RedactionEffect = (typeof REDACTION_EFFECTS)[number];

/** Police handling code; an old 5x5x5 grading that maps to none of these is `unmapped`. */
export const HANDLINGS = ['P', 'C', 'none', 'unmapped'] as const;
export type Handling = (typeof HANDLINGS)[number];

/** Coded conditions of handling code C. Lists and dates stay in the envelope; `met` and `inList` say how they came out. */
export const CONDITION_CODES = ['ROLES', 'NAMED', 'NO_WRITE', 'CALL_FIRST', 'NO_ACTION', 'UNTIL'] as const;
export type ConditionCode = (typeof CONDITION_CODES)[number];

export const FLAGS = [
  'hub_only',
  'do_not_alert',
  'source_risk',
  'sanitised',
  'unsafe_tell',
  'not_family',
  'not_referrer',
] as const;
export type Flag = (typeof FLAGS)[number];

export const PROTECTED_PLACES = ['address', 'school', 'surgery'] as const;
export type ProtectedPlace = (typeof PROTECTED_PLACES)[number];

/** What the holder's releaser has said for this item and recipient. */
export const RELEASES = ['none', 'released', 'refused'] as const;
export type Release = (typeof RELEASES)[number];

export const DETRIMENTS = ['none', 'recorded', 'claimed'] as const;
export type Detriment = (typeof DETRIMENTS)[number];

export const IDENTITIES = ['confirmed', 'possible', 'wrong'] as const;
export type Identity = (typeof IDENTITIES)[number];

export interface ItemFacts {
  readonly dataClass: DataClass;
  readonly confidential: YesNo;
  readonly bar: Bar | 'unknown';
  readonly relevance: Relevance;
  readonly thirds: Thirds;
  readonly redaction: RedactionEffect;
  readonly handling: Handling;
  readonly conditions: readonly ConditionCode[];
  readonly flags: readonly Flag[];
  readonly protectedPlaces: readonly ProtectedPlace[];
  readonly release: Release | 'unknown';
  readonly detriment: Detriment | 'unknown';
  readonly identity: Identity;
  /** In mode protect: the sender says that the barred or source-risk matter is itself the danger (R-PROT-02). */
  readonly isTheDanger: YesNo;
}
