import type { ConsentKind, Purpose } from '@mash/contracts';
import type { ConsentStatement as Voice, ConsentReading, NotSeekingGround, WhoMaySpeak } from '../decision';
import { readConsent, voicesHeard } from '../decision';
import { reaches, wordsThatStand } from './words-that-stand';

/** A statement as it is kept, newest first in every list. */
export interface KeptStatement {
  readonly personId: string;
  readonly kind: ConsentKind;
  readonly state: 'given' | 'refused' | 'withdrawn' | 'not_sought' | 'unknown';
  readonly ground: string | null;
  /** NS_TEXT only: a manager has accepted the ground. Until then it counts as none. */
  readonly groundAccepted?: boolean | null;
  readonly givenBy: 'self' | 'parent_with_pr' | 'parent_pr_unproven' | 'other' | 'not_applicable';
  readonly givenById: string | null;
  readonly bodies: readonly string[];
  readonly purposes: readonly Purpose[];
  /** No no, and written down while somebody else was linked to this person, or to the speaker, by mistake: it may have been meant of, or be the word of, either. */
  readonly whoseIsUnclear?: true;
}

/** "Not known" says nothing: it neither asks nor refuses, and the question stays open. Nor does what may have been meant of another. */
export const saysSomething = ({ state, whoseIsUnclear }: Pick<KeptStatement, 'state' | 'whoseIsUnclear'>): boolean =>
  state !== 'unknown' && whoseIsUnclear !== true;

/** Whose consent is read, for whom it would open something, and whose parental responsibility is proven, or is not. */
export interface ConsentAsked {
  readonly personId: string;
  readonly kind: ConsentKind;
  readonly who: WhoMaySpeak;
  /** Left out where it is read for no body in particular: then a yes that names bodies counts. */
  readonly toAgencyId?: string;
  /** Left out where it is read for no purpose in particular: then a yes that names purposes counts. */
  readonly purpose?: Purpose;
  readonly provenParents?: readonly string[] | undefined;
  /** Whose turned out not to be, whatever was claimed when they spoke. */
  readonly disprovedParents?: readonly string[] | undefined;
  /** Whose may not be: it was said of them, or of another. */
  readonly doubtedParents?: readonly string[] | undefined;
  /** That of somebody by name was put on record as not proven. */
  readonly someParentDisproved?: boolean | undefined;
  /** That of whoever speaks as a parent is on record as proven, without a name. */
  readonly parentalResponsibilityProven?: boolean | undefined;
}

const SPEAKERS: Readonly<Record<KeptStatement['givenBy'], Voice['speaker']>> = {
  self: 'subject',
  parent_with_pr: 'parent',
  parent_pr_unproven: 'parent',
  other: 'other',
  not_applicable: 'other',
};

/**
 * A step-parent with an order holds parental responsibility like any other; without proof they open nothing. What is on record of whoever
 * spoke is nearer than what was claimed when they spoke.
 */
function isProvenParent(said: KeptStatement, asked: ConsentAsked): boolean {
  const { givenBy, givenById } = said;
  if (isDoubted(said, asked)) return false;
  if (givenById !== null && asked.provenParents?.includes(givenById) === true) return true;
  return givenBy === 'parent_with_pr' && !isDisproved(said, asked);
}

/**
 * A parent whom nobody named may be the one whose responsibility turned out not to be proven, and so may one of whom that was said, or of another:
 * their yes is doubted, and their no is heard, since it may be the other's, or theirs to say.
 */
const isDoubted = ({ givenById, state }: KeptStatement, its: ConsentAsked): boolean =>
  state === 'given' &&
  (givenById === null ? its.someParentDisproved === true : its.doubtedParents?.includes(givenById) === true);

const isDisproved = ({ givenById }: KeptStatement, its: ConsentAsked): boolean =>
  givenById !== null && its.disprovedParents?.includes(givenById) === true;

/** What is on record without a name is of whoever spoke, save of a named parent of whom the opposite is on record. */
const isProvenWithoutName = (words: readonly KeptStatement[], asked: ConsentAsked): boolean =>
  asked.parentalResponsibilityProven === true &&
  words.some((said) => {
    const isParentsYes = said.state === 'given' && SPEAKERS[said.givenBy] === 'parent';
    const isOpposed = isDisproved(said, asked) || isDoubted(said, asked);
    return isParentsYes && (said.givenById === null || !isOpposed);
  });

const voiceOf =
  (asked: ConsentAsked) =>
  (said: KeptStatement): Voice => {
    const { givenBy, state } = said;
    const isProven = isProvenParent(said, asked);
    return {
      speaker: isProven && givenBy !== 'self' ? 'parent' : SPEAKERS[givenBy],
      parentalResponsibility: isProven ? 'proven' : 'unproven',
      state: state as Voice['state'],
      coversQuestion: reaches(said, asked),
    };
  };

function groundOf({ ground, groundAccepted }: KeptStatement): NotSeekingGround {
  if (ground === 'NS_TEXT' && groundAccepted === true) return 'NS_TEXT_ACCEPTED';
  return (ground ?? 'none') as NotSeekingGround;
}

export type SubjectConsent<Said extends KeptStatement = KeptStatement> = ConsentReading & {
  readonly ground: NotSeekingGround;
  readonly known: boolean;
  /** The statements that this is read from: of those who may speak, or that nobody asked. */
  readonly heard: readonly Said[];
};

/**
 * One of a subject's consents, read from what was stated (rule book section 1 "Voice"), with the ground for not seeking where one was
 * given. `known` is false where nobody has said anything at all.
 */
export function consentOfSubject<Said extends KeptStatement>(
  statements: readonly Said[],
  its: ConsentAsked,
): SubjectConsent<Said> {
  const own = statements.filter((one) => one.personId === its.personId && one.kind === its.kind && saysSomething(one));
  const words = wordsThatStand(own, its);
  const asVoice = voiceOf(its);
  const voices = words.map((said) => ({ ...asVoice(said), said }));
  const reading = readConsent(its.who, voices);
  const unasked = reading.consent === 'not_sought' ? own.find(({ state }) => state === 'not_sought') : undefined;
  return {
    ...reading,
    pr: isProvenWithoutName(words, its) ? 'proven' : reading.pr,
    ground: unasked === undefined ? 'none' : groundOf(unasked),
    known: own.length > 0,
    heard: [...voicesHeard(its.who, voices).map(({ said }) => said), ...(unasked === undefined ? [] : [unasked])],
  };
}
