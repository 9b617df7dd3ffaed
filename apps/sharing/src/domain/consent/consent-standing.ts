import type { ConsentKind, ConsentStanding, IntakeFacts } from '@mash/contracts';
import { HAS_GROUND_CODES, speaksForThemselves } from '../decision';
import { factsInDate } from '../facts-in-date';
import { consentOfSubject, type ConsentAsked, type KeptStatement } from './consent-of-subject';

type Person = IntakeFacts['people'][number];

/** Whom the rules hear for a person: an age that is not known reads as a young child's, and a finding out of date is none. */
export const whoMaySpeakFor = (person: Person, now: Date) =>
  ({
    subjectKind: person.kind === 'unknown' ? 'u13' : person.kind,
    competence: factsInDate(person, now).competence,
  }) as const;

/** What is on record of whose parental responsibility for a person is proven, and whose is not. */
export const whoseResponsibility = ({
  provenParents,
  disprovedParents,
  doubtedParents,
  someParentDisproved,
  parentalResponsibilityProven,
}: Person) => ({ provenParents, disprovedParents, doubtedParents, someParentDisproved, parentalResponsibilityProven });

/**
 * What the rules read of one consent of one person today: for a page, and to see what a statement changes.
 * @param towards the body and the purpose for which it is read; a yes that is limited to others is none for these
 */
export function consentStanding(
  statements: readonly KeptStatement[],
  person: Person,
  kind: ConsentKind,
  now: Date,
  towards: Pick<ConsentAsked, 'toAgencyId' | 'purpose'> = {},
): ConsentStanding {
  const who = whoMaySpeakFor(person, now);
  const { personId } = person;
  const read = consentOfSubject(statements, { ...whoseResponsibility(person), personId, kind, who, ...towards });
  const state = read.known ? read.consent : 'unknown';
  return {
    personId,
    kind,
    state,
    ...(read.ground !== 'none' && { ground: read.ground }),
    groundCounts: HAS_GROUND_CODES.includes(read.ground),
    dispute: person.dispute === 'open' || read.dispute === 'open',
    parentalResponsibilityProven: read.pr === 'proven',
    speaksForThemselves: speaksForThemselves(who),
  };
}

/** A change that takes away what somebody may have rested on: a yes is gone, no is read where it was not, or parents have come to differ. */
export function takesAway(before: ConsentStanding, after: ConsentStanding): boolean {
  const isNo = ({ state }: ConsentStanding): boolean => state === 'refused' || state === 'withdrawn';
  const isYesGone = before.state === 'given' && after.state !== 'given';
  return isYesGone || (isNo(after) && before.state !== after.state) || (after.dispute && !before.dispute);
}
