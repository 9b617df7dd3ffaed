import type { RosterPerson } from '@mash/contracts';
import { ageBandOf } from '../../domain/age-band-of';
import { protectedOf, protectedPlaces } from '../../domain/household-protection';
import type { Persons } from '../../domain/household-protection';
import { knownBirth } from '../../domain/known-birth';
import type { AllocatedWorker } from '../../domain/open-case';
import type { Person } from '../../domain/person';
import { displayNameOf } from '../../domain/person-name';
import type { Roster, RosterMention } from '../../domain/roster';
import { wordsBeside } from '../../domain/words-beside-people';
import type { PlaceClearing } from '../../persistence/place-clearing.repository';

/** What is shown of one person beside the roster itself. */
export interface PersonFindings {
  /** Whom the mention stands for. */
  readonly person: Person;
  /** What this contact said of them, as its own provisional person; the same one until a human matches. */
  readonly own: Person;
  readonly contactsIn6Months: number;
  readonly contactsIn12Months: number;
  readonly worker?: AllocatedWorker | undefined;
  /** What was protected and need not be any more. */
  readonly cleared: readonly PlaceClearing[];
}

/** The roster that the person stands on, and everybody of it in the index. */
export interface RosterAround {
  readonly roster: Roster;
  readonly persons: Persons;
  readonly somebodyHides: boolean;
}

/**
 * Where somebody lives and goes changes: this contact's word first, then the index's. A protected place is shown nowhere, and takes the
 * others with it: the school tells in which town somebody hides.
 */
function placesOf(mention: RosterMention, { person, own }: PersonFindings, { roster, persons }: RosterAround) {
  const protectedHere = protectedOf(mention, persons);
  const said = protectedHere.length > 0 && { protectedPlaces: protectedHere };
  if (protectedPlaces(mention, roster.mentions, persons).length > 0) return { addressProtected: true, ...said };
  const { addressLines: lines, postcode } = own.addressLines === undefined && own.postcode === undefined ? person : own;
  const hasAddress = lines !== undefined || postcode !== undefined;
  return {
    addressProtected: false,
    address: hasAddress ? { lines, postcode } : undefined,
    school: own.school ?? person.school,
    gp: own.gp ?? person.gp,
  };
}

const clearedView = ({ clearingId, places, clearedBy, clearedAt, reasonKid, reasonEnvelope }: PlaceClearing) => ({
  clearingId,
  places: [...places],
  clearedBy,
  clearedAt: clearedAt.toISOString(),
  sealedReason: { kid: reasonKid, envelope: reasonEnvelope },
});

/** Who somebody is does not change: the index's word first, then the contact's. Each identifier keeps the mark of how it was typed. */
function identityOf({ person, own }: PersonFindings) {
  const withNhs = person.nhsNumber === undefined ? own : person;
  const withUpn = person.upn === undefined ? own : person;
  return {
    ...knownBirth(person, own),
    forenames: person.forenames ?? own.forenames,
    surname: person.surname ?? own.surname,
    sex: person.sex ?? own.sex,
    nhsNumber: withNhs.nhsNumber,
    nhsNumberTyped: withNhs.nhsNumberTyped,
    upn: withUpn.upn,
    upnTyped: withUpn.upnTyped,
  };
}

export function rosterPersonOf(
  mention: RosterMention,
  findings: PersonFindings,
  around: RosterAround,
  now: Date,
): RosterPerson {
  const identity = identityOf(findings);
  const words = wordsBeside(mention, around.somebodyHides);
  return {
    ...identity,
    ...placesOf(mention, findings, around),
    ...(findings.cleared.length > 0 && { protectionCleared: findings.cleared.map(clearedView) }),
    mentionId: mention.mentionId,
    personId: mention.personId,
    displayName: displayNameOf(identity),
    ageBand: ageBandOf(identity, now),
    relation: mention.relation,
    relationship: words.relationship,
    matched: mention.matched,
    parentalResponsibility: mention.parentalResponsibility,
    parentalResponsibilityKnownHow: words.parentalResponsibilityKnownHow,
    livesInHousehold: mention.livesInHousehold,
    whoSaysSo: words.whoSaysSo,
    side: mention.side,
    contactsIn6Months: findings.contactsIn6Months,
    contactsIn12Months: findings.contactsIn12Months,
    allocatedWorker: findings.worker,
  };
}
