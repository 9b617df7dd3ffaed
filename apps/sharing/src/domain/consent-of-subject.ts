import type { ConsentStatement as Voice, ConsentReading, NotSeekingGround, WhoMaySpeak } from './decision';
import { readConsent } from './decision';

/** A statement as it is kept, newest first in every list. */
export interface KeptStatement {
  readonly personId: string;
  readonly kind: 'service' | 'sharing' | 'data_protection';
  readonly state: 'given' | 'refused' | 'withdrawn' | 'not_sought' | 'unknown';
  readonly ground: string | null;
  readonly givenBy: 'self' | 'parent_with_pr' | 'parent_pr_unproven' | 'other' | 'not_applicable';
  readonly givenById: string | null;
  readonly bodies: readonly string[];
}

const SPEAKERS: Readonly<Record<KeptStatement['givenBy'], Voice['speaker']>> = {
  self: 'subject',
  parent_with_pr: 'parent',
  parent_pr_unproven: 'parent',
  other: 'other',
  not_applicable: 'other',
};

/** The newest word of each speaker: an older one of the same speaker is history. */
function newestOfEach(statements: readonly KeptStatement[]): KeptStatement[] {
  const seen = new Set<string>();
  return statements.filter(({ givenBy, givenById }) => {
    const speaker = `${givenBy} ${givenById ?? ''}`;
    if (seen.has(speaker)) return false;
    seen.add(speaker);
    return true;
  });
}

/** A yes that names bodies reaches only those; one that names none reaches the partnership. */
const voiceOf =
  (toAgencyId: string) =>
  ({ givenBy, state, bodies }: KeptStatement): Voice => ({
    speaker: SPEAKERS[givenBy],
    parentalResponsibility: givenBy === 'parent_with_pr' ? 'proven' : 'unproven',
    state: state as Voice['state'],
    coversQuestion: bodies.length === 0 || bodies.includes(toAgencyId),
  });

export type SubjectConsent = ConsentReading & { readonly ground: NotSeekingGround; readonly known: boolean };

/**
 * One of a subject's consents, read from what was stated (sharing rules, section 1 "Voice"), with the ground for not seeking where one was
 * given. `known` is false where nobody has said anything at all.
 */
export function consentOfSubject(
  statements: readonly KeptStatement[],
  its: { personId: string; kind: 'service' | 'sharing'; who: WhoMaySpeak; toAgencyId: string },
): SubjectConsent {
  const own = statements.filter(
    // "Not known" says nothing: it neither asks nor refuses, and the question stays open.
    ({ personId, kind, state }) => personId === its.personId && kind === its.kind && state !== 'unknown',
  );
  const reading = readConsent(its.who, newestOfEach(own).map(voiceOf(its.toAgencyId)));
  const ground = reading.consent === 'not_sought' ? own.find(({ state }) => state === 'not_sought')?.ground : undefined;
  return { ...reading, ground: (ground ?? 'none') as NotSeekingGround, known: own.length > 0 };
}
