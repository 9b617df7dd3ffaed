import { AGREEMENT_STATES, LINE_FAULTS, OVERDUES, UNCOVERED } from './agreement-facts';
import { BODY_KINDS, DUTIES, REVEALS, YES_NO } from './body-facts';
import { NOT_SEEKING_GROUNDS, RESTS_ON } from './consent-facts';
import {
  BARS,
  CONDITION_CODES,
  DATA_CLASSES,
  DETRIMENTS,
  FLAGS,
  HANDLINGS,
  IDENTITIES,
  PROTECTED_PLACES,
  REDACTION_EFFECTS,
  RELEASES,
  RELEVANCES,
  THIRDS,
} from './item-facts';
import { ACCESSES, AUDIENCES, ENCOMPASS_ROLES, SIDES } from './recipient-facts';
import { MODES, NEEDS, PURPOSES, TEXT_MATCHES, THRESHOLDS, WIDTHS } from './request-facts';
import type { CodedFact, ListFact, SharingQuestion } from './sharing-question';
import {
  COMPETENCES,
  DISPUTES,
  PARENTAL_RESPONSIBILITIES,
  RELATIONS,
  SIBLING_KINDS,
  SIGNS,
  SUBJECT_KINDS,
} from './subject-facts';

export type Supplier =
  | 'route'
  | 'agency register'
  | 'decision'
  | 'contact-intake'
  | 'agency-requests'
  | 'sharing'
  | 'catalogue'
  | 'envelope'
  | 'holder'
  | 'asker';

/**
 * What a missing fact reads: a code (last column of the rule book's table), `refuse` (the question is malformed without
 * it), or `review` (it becomes the code `unknown`, which R-GATE-02 sees where the fact is needed).
 */
type WhenMissing<Code> = { readonly reads: Code } | 'refuse' | 'review';

export interface FactEntry<Code> {
  readonly codes: readonly Exclude<Code, 'unknown'>[];
  readonly suppliedBy: Supplier;
  readonly missing: WhenMissing<Code>;
  /** What the fact reads in mode ask, where there is no item yet, if the caller says nothing. */
  readonly inAsk?: Code;
  /** The same for mode protect, which no missing fact may hold up. */
  readonly inProtect?: Code;
}

/** Every one-code fact, with its codes, who supplies it and how a missing one reads (rule book section 1). */
export const FACT_CATALOGUE: { readonly [F in CodedFact]: FactEntry<SharingQuestion[F]> } = {
  mode: { codes: MODES, suppliedBy: 'route', missing: 'refuse' },
  fromKind: { codes: BODY_KINDS, suppliedBy: 'agency register', missing: { reads: 'outside' } },
  fromDuty: { codes: DUTIES, suppliedBy: 'agency register', missing: { reads: 'unbound' } },
  fromReveals: { codes: REVEALS, suppliedBy: 'agency register', missing: { reads: 'special' } },
  fromS47List: { codes: YES_NO, suppliedBy: 'agency register', missing: { reads: 'no' } },
  toKind: { codes: BODY_KINDS, suppliedBy: 'agency register', missing: { reads: 'outside' } },
  toDuty: { codes: DUTIES, suppliedBy: 'agency register', missing: { reads: 'unbound' } },
  toReveals: { codes: REVEALS, suppliedBy: 'agency register', missing: { reads: 'special' } },
  audience: { codes: AUDIENCES, suppliedBy: 'decision', missing: 'refuse' },
  side: { codes: SIDES, suppliedBy: 'contact-intake', missing: { reads: 'linked_ap' } },
  access: { codes: ACCESSES, suppliedBy: 'decision', missing: { reads: 'none' } },
  encompassRole: { codes: ENCOMPASS_ROLES, suppliedBy: 'agency register', missing: { reads: 'none' } },
  threshold: { codes: THRESHOLDS, suppliedBy: 'decision', missing: 'review' },
  urgent: { codes: YES_NO, suppliedBy: 'decision', missing: { reads: 'yes' } },
  purpose: { codes: PURPOSES, suppliedBy: 'agency-requests', missing: 'review' },
  text: { codes: TEXT_MATCHES, suppliedBy: 'agency-requests', missing: { reads: 'differs' } },
  statesTask: { codes: YES_NO, suppliedBy: 'agency-requests', missing: { reads: 'no' } },
  crossBorder: { codes: YES_NO, suppliedBy: 'agency-requests', missing: { reads: 'no' } },
  need: { codes: NEEDS, suppliedBy: 'asker', missing: { reads: 'unclear' } },
  width: { codes: WIDTHS, suppliedBy: 'agency-requests', missing: 'refuse', inProtect: 'named' },
  dataClass: { codes: DATA_CLASSES, suppliedBy: 'catalogue', missing: { reads: 'special' } },
  confidential: { codes: YES_NO, suppliedBy: 'envelope', missing: { reads: 'yes' } },
  bar: { codes: BARS, suppliedBy: 'holder', missing: 'review', inAsk: 'none' },
  subjectKind: { codes: SUBJECT_KINDS, suppliedBy: 'contact-intake', missing: 'review' },
  relation: { codes: RELATIONS, suppliedBy: 'contact-intake', missing: 'review' },
  sibling: { codes: YES_NO, suppliedBy: 'contact-intake', missing: { reads: 'no' } },
  siblingKind: { codes: SIBLING_KINDS, suppliedBy: 'contact-intake', missing: { reads: 'none' } },
  sign: { codes: SIGNS, suppliedBy: 'envelope', missing: { reads: 'none' } },
  relevance: { codes: RELEVANCES, suppliedBy: 'holder', missing: { reads: 'old' }, inAsk: 'relevant' },
  consent: { codes: ['given', 'refused', 'withdrawn', 'not_sought'], suppliedBy: 'sharing', missing: 'review' },
  service: { codes: ['given', 'refused', 'withdrawn', 'not_sought'], suppliedBy: 'sharing', missing: 'review' },
  ground: { codes: NOT_SEEKING_GROUNDS, suppliedBy: 'contact-intake', missing: { reads: 'none' } },
  restsOn: { codes: RESTS_ON, suppliedBy: 'sharing', missing: { reads: 'agreement' } },
  answered: { codes: YES_NO, suppliedBy: 'sharing', missing: { reads: 'no' } },
  parentRefuses: { codes: YES_NO, suppliedBy: 'sharing', missing: { reads: 'no' } },
  competence: { codes: COMPETENCES, suppliedBy: 'contact-intake', missing: { reads: 'not_assessed' } },
  objects: { codes: YES_NO, suppliedBy: 'contact-intake', missing: 'review' },
  dispute: { codes: DISPUTES, suppliedBy: 'contact-intake', missing: 'review' },
  pr: { codes: PARENTAL_RESPONSIBILITIES, suppliedBy: 'contact-intake', missing: 'review' },
  thirds: { codes: THIRDS, suppliedBy: 'envelope', missing: { reads: 'special' }, inAsk: 'none' },
  redaction: { codes: REDACTION_EFFECTS, suppliedBy: 'holder', missing: 'refuse', inAsk: 'whole', inProtect: 'whole' },
  handling: { codes: HANDLINGS, suppliedBy: 'holder', missing: { reads: 'unmapped' }, inAsk: 'none' },
  met: { codes: YES_NO, suppliedBy: 'decision', missing: { reads: 'no' } },
  inList: { codes: YES_NO, suppliedBy: 'decision', missing: { reads: 'no' } },
  release: { codes: RELEASES, suppliedBy: 'holder', missing: 'review', inAsk: 'none' },
  detriment: { codes: DETRIMENTS, suppliedBy: 'holder', missing: 'review', inAsk: 'none' },
  agreement: { codes: AGREEMENT_STATES, suppliedBy: 'sharing', missing: 'refuse', inProtect: 'none' },
  uncovered: { codes: UNCOVERED, suppliedBy: 'sharing', missing: { reads: 'none' } },
  overdue: { codes: OVERDUES, suppliedBy: 'sharing', missing: { reads: 'later' } },
  standingRelease: { codes: YES_NO, suppliedBy: 'sharing', missing: { reads: 'no' } },
  lineFault: { codes: LINE_FAULTS, suppliedBy: 'sharing', missing: { reads: 'none' } },
  identity: { codes: IDENTITIES, suppliedBy: 'holder', missing: { reads: 'possible' } },
  isTheDanger: { codes: YES_NO, suppliedBy: 'asker', missing: { reads: 'no' } },
};

/** The facts that are lists. They travel in the envelope and so are always had, save in mode ask and protect (empty). */
export const LIST_FACT_CODES: { readonly [F in ListFact]: SharingQuestion[F] } = {
  flags: FLAGS,
  protectedPlaces: PROTECTED_PLACES,
  conditions: CONDITION_CODES,
};

export const CODED_FACTS = Object.keys(FACT_CATALOGUE) as readonly CodedFact[];
export const LIST_FACTS = Object.keys(LIST_FACT_CODES) as readonly ListFact[];

/** All the codes that a fact can hold in a question, `unknown` among them where R-GATE-02 reads it. */
export function codesOf(fact: CodedFact): readonly string[] {
  const { codes, missing }: FactEntry<string> = FACT_CATALOGUE[fact];
  return missing === 'review' ? [...codes, 'unknown'] : codes;
}
