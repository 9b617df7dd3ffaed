import type { ConsentFacts, ConsentState } from '../facts/consent-facts';
import type { Competence, Dispute, ParentalResponsibility, SubjectKind } from '../facts/subject-facts';

/** One person's newest statement about sharing this subject's record. */
export interface ConsentStatement {
  /** The subject, someone with parental responsibility claimed or proven, or anybody else (a step-parent, another adult). */
  readonly speaker: 'subject' | 'parent' | 'other';
  readonly parentalResponsibility: ParentalResponsibility;
  readonly state: Exclude<ConsentState, 'unknown'>;
  /** The recipient and the purpose of the question are among those the statement names. */
  readonly coversQuestion: boolean;
}

export interface WhoMaySpeak {
  readonly subjectKind: SubjectKind;
  readonly competence: Competence;
}

export type ConsentReading = Pick<ConsentFacts, 'consent' | 'parentRefuses'> & {
  readonly dispute: Dispute;
  readonly pr: ParentalResponsibility;
};

/** Adults and 16_17 (unless found not competent) speak for themselves, and so does a competent 13_15. */
export function speaksForThemselves({ subjectKind, competence }: WhoMaySpeak): boolean {
  if (subjectKind === 'adult' || subjectKind === '18_25') return true;
  if (subjectKind === '16_17') return competence !== 'no';
  return subjectKind === '13_15' && competence === 'yes';
}

const refuses = ({ state }: ConsentStatement): boolean => state === 'refused' || state === 'withdrawn';
/** A yes reaches only the bodies and purposes it names; a refusal reaches everything. */
const effectiveState = ({ state, coversQuestion }: ConsentStatement): ConsentState =>
  state === 'given' && !coversQuestion ? 'not_sought' : state;

function readParents(parents: readonly ConsentStatement[]): Pick<ConsentReading, 'consent' | 'dispute' | 'pr'> {
  const proven = parents.filter(({ parentalResponsibility }) => parentalResponsibility === 'proven');
  const voices = proven.length > 0 ? proven : parents;
  const states = voices.map(effectiveState);
  const pr = proven.length > 0 ? 'proven' : 'unproven';
  const given = states.includes('given');
  if (given && voices.some(refuses)) return { consent: 'given', dispute: 'open', pr };
  const state = (['given', 'withdrawn', 'refused'] as const).find((one) => states.includes(one));
  return { consent: state ?? 'not_sought', dispute: 'none', pr };
}

/**
 * Whose word counts (rule book section 1, "Voice"): the subject's own where they may speak for themselves, else that of a
 * holder of parental responsibility; one yes and one no is given with the dispute open. Others' words leave it not sought.
 */
export function readConsent(who: WhoMaySpeak, statements: readonly ConsentStatement[]): ConsentReading {
  const parents = statements.filter(({ speaker }) => speaker === 'parent');
  if (!speaksForThemselves(who)) return { ...readParents(parents), parentRefuses: 'no' };
  const own = statements.find(({ speaker }) => speaker === 'subject');
  return {
    consent: own === undefined ? 'not_sought' : effectiveState(own),
    parentRefuses: parents.some(refuses) ? 'yes' : 'no',
    dispute: 'none',
    pr: 'proven',
  };
}
