/** What sort of body holds or receives (rule book section 1, "from, to: kind"); the agency register says so. */
export const BODY_KINDS = [
  'council',
  'council_other',
  'council_abroad',
  'police',
  'health',
  'education',
  'childcare',
  'housing',
  'probation',
  'youth_justice',
  'provider',
  'voluntary',
  'private',
  'outside',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Whether Children Act 2004 s16LA names the body, in force or not. */
export const DUTIES = ['bound', 'unbound'] as const;
export type Duty = (typeof DUTIES)[number];

/** What a body's very name gives away; `special` is how an unknown one reads. */
export const REVEALS = [
  'none',
  'addiction',
  'sexual_health',
  'camhs',
  'refuge',
  'forensic',
  'adoption',
  'special',
] as const;
export type Reveals = (typeof REVEALS)[number];

export const YES_NO = ['yes', 'no'] as const;
export type YesNo = (typeof YES_NO)[number];

/** `from` is the hub's council in mode ask, else the holder; `to` is the recipient's body. Both come from the register. */
export interface BodyFacts {
  readonly fromKind: BodyKind;
  readonly fromDuty: Duty;
  readonly fromReveals: Reveals;
  /** The holder is on the list of Children Act 1989 s47(11). */
  readonly fromS47List: YesNo;
  readonly toKind: BodyKind;
  readonly toDuty: Duty;
  readonly toReveals: Reveals;
}
