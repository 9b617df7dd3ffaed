import type { ConsentKind, Purpose } from '@mash/contracts';
import type { ConsentStatement as Voice, ConsentReading, NotSeekingGround, WhoMaySpeak } from '../decision';
import { readConsent, voicesHeard } from '../decision';
import { wordsThatStand } from './words-that-stand';

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
}

/** Whose consent is read, for whom it would open something, and whose parental responsibility somebody has proven. */
export interface ConsentAsked {
  readonly personId: string;
  readonly kind: ConsentKind;
  readonly who: WhoMaySpeak;
  /** Left out where it is read for no body in particular: then a yes that names bodies counts. */
  readonly toAgencyId?: string;
  /** Left out where it is read for no purpose in particular: then a yes that names purposes counts. */
  readonly purpose?: Purpose;
  readonly provenParents?: readonly string[];
}

const SPEAKERS: Readonly<Record<KeptStatement['givenBy'], Voice['speaker']>> = {
  self: 'subject',
  parent_with_pr: 'parent',
  parent_pr_unproven: 'parent',
  other: 'other',
  not_applicable: 'other',
};

const reaches = <Named>(named: readonly Named[], asked: Named | undefined): boolean =>
  named.length === 0 || asked === undefined || named.includes(asked);

/** A yes that names bodies or purposes reaches only those; one that names none reaches the partnership, and whatever it asks for. */
const voiceOf =
  ({ toAgencyId, purpose, provenParents = [] }: ConsentAsked) =>
  ({ givenBy, givenById, state, bodies, purposes }: KeptStatement): Voice => {
    // A step-parent with an order holds parental responsibility like any other; without proof they open nothing.
    const isProven = givenBy === 'parent_with_pr' || (givenById !== null && provenParents.includes(givenById));
    return {
      speaker: isProven && givenBy !== 'self' ? 'parent' : SPEAKERS[givenBy],
      parentalResponsibility: isProven ? 'proven' : 'unproven',
      state: state as Voice['state'],
      coversQuestion: reaches(bodies, toAgencyId) && reaches(purposes, purpose),
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
  const own = statements.filter(
    // "Not known" says nothing: it neither asks nor refuses, and the question stays open.
    ({ personId, kind, state }) => personId === its.personId && kind === its.kind && state !== 'unknown',
  );
  const asVoice = voiceOf(its);
  const voices = wordsThatStand(own, its).map((said) => ({ ...asVoice(said), said }));
  const reading = readConsent(its.who, voices);
  const unasked = reading.consent === 'not_sought' ? own.find(({ state }) => state === 'not_sought') : undefined;
  return {
    ...reading,
    ground: unasked === undefined ? 'none' : groundOf(unasked),
    known: own.length > 0,
    heard: [...voicesHeard(its.who, voices).map(({ said }) => said), ...(unasked === undefined ? [] : [unasked])],
  };
}
