/** The codes of the legal frame (rule book section 4). */
export const BASIS_CODES = ['TASK', 'DUTY', 'ASSIST', 'RLI', 'VITAL', 'SPEC', 'PUBLIC', 'ENC', 'ADULT', 'LE'] as const;
export type BasisCode = (typeof BASIS_CODES)[number];

/** Which task or paragraph an entry stands on in this decision. */
export const BASIS_DETAILS = ['s47', 's17', 's10', 'own_function', 'para_6', '18(a)', '18(b)', '18(c)', 's27'] as const;
export type BasisDetail = (typeof BASIS_DETAILS)[number];

/** A basis as a decision cites it; `text` names the article, schedule or statute. */
export interface CitedBasis {
  readonly code: BasisCode;
  readonly detail?: BasisDetail;
  readonly text: string;
}

/** What a row that names bases does to the standard ones (STD). */
export interface BasisChange {
  readonly add?: readonly BasisCode[];
  readonly drop?: readonly BasisCode[];
  /** TASK stands on this function, whatever the threshold. */
  readonly task?: BasisDetail;
}
