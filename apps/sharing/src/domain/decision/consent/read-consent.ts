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

const isParent = ({ speaker }: ConsentStatement): boolean => speaker === 'parent';
const isProven = ({ parentalResponsibility }: ConsentStatement): boolean => parentalResponsibility === 'proven';

/** Those whose word is read: the subject where they speak for themselves, else whoever has proven parental responsibility, else those who claim it. */
export function voicesHeard<Said extends ConsentStatement>(who: WhoMaySpeak, statements: readonly Said[]): Said[] {
  if (speaksForThemselves(who)) return statements.filter(({ speaker }) => speaker === 'subject').slice(0, 1);
  const parents = statements.filter(isParent);
  const proven = parents.filter(isProven);
  return proven.length > 0 ? proven : parents;
}

function readParents(voices: readonly ConsentStatement[]): Pick<ConsentReading, 'consent' | 'dispute' | 'pr'> {
  const states = voices.map(effectiveState);
  const pr = voices.some(isProven) ? 'proven' : 'unproven';
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
  const heard = voicesHeard(who, statements);
  if (!speaksForThemselves(who)) return { ...readParents(heard), parentRefuses: 'no' };
  const [own] = heard;
  return {
    consent: own === undefined ? 'not_sought' : effectiveState(own),
    parentRefuses: statements.some((one) => isParent(one) && refuses(one)) ? 'yes' : 'no',
    dispute: 'none',
    pr: 'proven',
  };
}
