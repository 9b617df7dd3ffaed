import type { YesNo } from './body-facts';

/** Age band of the subject; the band may change with a birth or a birthday. */
export const SUBJECT_KINDS = ['unborn', 'u13', '13_15', '16_17', '18_25', 'adult'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** How old the sibling is by whom an unborn child is decided; none, where the subject is decided by themselves. */
export const SIBLING_KINDS = ['none', 'u13', '13_15', '16_17'] as const;
export type SiblingKind = (typeof SIBLING_KINDS)[number];

export const RELATIONS = ['concern', 'household', 'ap', 'involved', 'pr_uninvolved', 'third'] as const;
export type Relation = (typeof RELATIONS)[number];

export const SIGNS = ['none', 'u13_sexual'] as const;
export type Sign = (typeof SIGNS)[number];

export const COMPETENCES = ['yes', 'no', 'not_assessed'] as const;
export type Competence = (typeof COMPETENCES)[number];

export const DISPUTES = ['open', 'none'] as const;
export type Dispute = (typeof DISPUTES)[number];

export const PARENTAL_RESPONSIBILITIES = ['proven', 'unproven'] as const;
export type ParentalResponsibility = (typeof PARENTAL_RESPONSIBILITIES)[number];

export interface SubjectFacts {
  readonly subjectKind: SubjectKind | 'unknown';
  readonly relation: Relation | 'unknown';
  /** Only for an unborn subject: a born child of the same enquiry and worry. */
  readonly sibling: YesNo;
  /** Only where an unborn subject is decided by that child: whose competence, objections and consent are read. */
  readonly siblingKind: SiblingKind;
  readonly sign: Sign;
  readonly competence: Competence;
  readonly objects: YesNo | 'unknown';
  readonly dispute: Dispute | 'unknown';
  readonly pr: ParentalResponsibility | 'unknown';
}
