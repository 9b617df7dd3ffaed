import type { IntakeFacts, ReferrerKind } from '@mash/contracts';
import { factKindOf } from './fact-kind-of';
import type { FactKind } from './fact-kind-of';
import { onRecordOf } from './on-record-of';
import { formerIdsOf, idsOfSeveral, isCertain } from './former-ids';
import type { LinkChange } from './former-ids';
import { protectedPlaces } from './household-protection';
import { knownBirth } from './known-birth';
import { mayBeMother } from './may-be-mother';
import { isLookedUp } from './open-case';
import type { Person } from './person';
import { recordedFactsOf } from './recorded-facts';
import type { RecordedFact, RecordedFacts } from './recorded-facts';
import type { Roster, RosterMention } from './roster';
import { signOfConcern } from './sign-of-concern';

/** What the facts are made of. Names are in the persons, and never come out. */
export interface FactSources {
  readonly urgent: boolean;
  readonly referrerKind: ReferrerKind;
  readonly roster: Roster;
  /** Whom the mentions stand for, and their provisional persons. */
  readonly persons: ReadonlyMap<string, Person>;
  readonly statements: readonly RecordedFact[];
  readonly callBackOpen: boolean;
  /** How mentions were linked to people, and links taken back, in that order. */
  readonly links?: readonly LinkChange[];
  /** What the concern names, in codes of the pack. */
  readonly issues?: readonly string[];
  /** Statements about consent that came with the contact. */
  readonly consentStatementIds?: readonly string[];
}

/** From 16, competence is presumed (rule book section 1). */
export const PRESUMED_COMPETENT: readonly FactKind[] = ['16_17', '18_25', 'adult'];
const CHILDREN: readonly FactKind[] = ['u13', '13_15', '16_17'];

/** Of a born child on a roster with an unborn one. */
function mayBeItsMother({ personId, said }: RosterMention, { roster, persons }: FactSources, now: Date): boolean {
  const person = persons.get(personId);
  const isOneExpected = roster.mentions.some(
    (one) => knownBirth(persons.get(one.personId), one.said).kind === 'unborn',
  );
  return isOneExpected && mayBeMother(knownBirth(person, said), person?.sex ?? said.sex, now);
}

function factsOfMention(mention: RosterMention, sources: FactSources, now: Date): IntakeFacts['people'][number] {
  const { roster, persons, statements, links = [] } = sources;
  const person = persons.get(mention.personId);
  const kind = factKindOf(knownBirth(person, mention.said), now);
  const formerIds = formerIdsOf(mention, roster, links);
  const stated = recordedFactsOf(onRecordOf(mention, statements, { roster, links }));
  const disproved = disprovedParents(mention, stated, sources);
  return {
    personId: mention.personId,
    kind,
    relation: mention.relation,
    identity: isLookedUp(mention) ? 'confirmed' : 'possible',
    parentalResponsibilityProven: stated.parentalResponsibilityProven ?? false,
    competence: stated.competence ?? (PRESUMED_COMPETENT.includes(kind) ? 'yes' : 'not_assessed'),
    objects: stated.objects ?? false,
    dispute: stated.dispute ?? 'none',
    protected: protectedPlaces(mention, roster.mentions, persons),
    ...(stated.stated.length > 0 && { stated: [...stated.stated] }),
    ...(stated.provenParents.length > 0 && { provenParents: [...stated.provenParents] }),
    ...(disproved.length > 0 && { disprovedParents: disproved }),
    ...(stated.doubtedParents.length > 0 && { doubtedParents: [...stated.doubtedParents] }),
    ...(stated.disprovedParents.length + stated.doubtedParents.length > 0 && { someParentDisproved: true as const }),
    ...(formerIds.length > 0 && { formerIds }),
    ...(mention.side && { side: mention.side }),
    ...(mayBeItsMother(mention, sources, now) && { mayBeMother: true as const }),
  };
}

/**
 * Who has no parental responsibility for somebody, whatever a contact claimed: it turned out not to be proven, or the roster says that they
 * have none. What is on record of this child is nearer than the roster's answer, which is one for all the children.
 */
function disprovedParents({ personId }: RosterMention, stands: RecordedFacts, { roster }: FactSources): string[] {
  const saidToHaveNone = roster.mentions
    .filter((one) => one.parentalResponsibility === 'no' && one.personId !== personId)
    .map((one) => one.personId)
    .filter((id) => !stands.provenParents.includes(id));
  return [...new Set([...stands.disprovedParents, ...saidToHaveNone])];
}

/** A child of whom no date is known was born all the same. */
function isBornSibling(mention: RosterMention, sources: FactSources, now: Date): boolean {
  if (mayBeItsMother(mention, sources, now)) return false;
  const birth = knownBirth(sources.persons.get(mention.personId), mention.said);
  const kind = factKindOf(birth, now);
  return CHILDREN.includes(kind) || (kind === 'unknown' && birth.kind === 'child');
}

/** Left out where nobody was linked wrongly to somebody else of the roster. */
function sharedIds({ roster, links = [] }: FactSources): Pick<IntakeFacts, 'idsOfSeveral'> {
  const several = [...idsOfSeveral(roster, links)].map(([id, stood]) => ({
    id,
    stood: stood.map((one) => ({
      personId: one.mention.personId,
      ...(one.from && { from: one.from.toISOString() }),
      ...(one.until && { until: one.until.toISOString() }),
      certain: isCertain(one),
    })),
  }));
  return several.length === 0 ? {} : { idsOfSeveral: several };
}

function confirmation({ confirmedBy, confirmedAt }: Roster): Pick<IntakeFacts, 'rosterConfirmed'> {
  if (confirmedBy === undefined || confirmedAt === undefined) return {};
  return { rosterConfirmed: { by: confirmedBy, at: confirmedAt.toISOString() } };
}

/** What the sharing decision asks of this service: ids, codes and versions. No name, no date, no address. */
export function intakeFacts(sources: FactSources, now: Date): IntakeFacts {
  const { roster, urgent, referrerKind, callBackOpen } = sources;
  const stated = roster.mentions.map((mention) => factsOfMention(mention, sources, now));
  const people = stated.map((one) => {
    const sign = signOfConcern(one, stated, sources.issues);
    return { ...one, ...(sign && { sign }) };
  });
  const isOfTheWorry = ({ relation }: RosterMention): boolean => relation === 'concern' || relation === 'household';
  return {
    enquiryId: roster.enquiryId,
    rosterVersion: roster.version,
    statedVersion: sources.statements.length,
    asOf: now.toISOString(),
    urgent,
    referrerKind,
    people,
    ...confirmation(roster),
    ...sharedIds(sources),
    ...(sources.issues && { issues: [...sources.issues] }),
    siblingBorn: roster.mentions.some((mention) => isOfTheWorry(mention) && isBornSibling(mention, sources, now)),
    ...(roster.referrerSide && { referrerSide: roster.referrerSide }),
    ...(sources.consentStatementIds && { consentStatementIds: [...sources.consentStatementIds] }),
    allegedPerpetratorKnown: people.some(({ relation }) => relation === 'ap'),
    callBackOpen,
  };
}
