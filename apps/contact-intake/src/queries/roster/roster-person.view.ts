import type { RosterPerson } from '@mash/contracts';
import { ageBandOf } from '../../domain/age-band-of';
import { protectedPlaces } from '../../domain/household-protection';
import { knownBirth } from '../../domain/known-birth';
import type { AllocatedWorker } from '../../domain/open-case';
import type { Person } from '../../domain/person';
import { displayNameOf } from '../../domain/person-name';
import type { Roster, RosterMention } from '../../domain/roster';

/** What is shown of one person beside the roster itself. */
export interface PersonFindings {
  /** Whom the mention stands for. */
  readonly person: Person;
  /** What this contact said of them, as its own provisional person; the same one until a human matches. */
  readonly own: Person;
  readonly contactsIn6Months: number;
  readonly contactsIn12Months: number;
  readonly worker?: AllocatedWorker | undefined;
}

/** Where somebody lives and goes changes: this contact's word first, then the index's. A protected place is shown nowhere. */
function placesOf(mention: RosterMention, { person, own }: PersonFindings, roster: Roster) {
  const hidden = protectedPlaces(mention, roster.mentions);
  const addressProtected = person.addressProtected || own.addressProtected || hidden.includes('address');
  const { addressLines: lines, postcode } = own.addressLines === undefined && own.postcode === undefined ? person : own;
  const hasAddress = lines !== undefined || postcode !== undefined;
  return {
    addressProtected,
    address: addressProtected || !hasAddress ? undefined : { lines, postcode },
    school: hidden.includes('school') ? undefined : (own.school ?? person.school),
    gp: hidden.includes('surgery') ? undefined : (own.gp ?? person.gp),
  };
}

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
  roster: Roster,
  now: Date,
): RosterPerson {
  const identity = identityOf(findings);
  return {
    ...identity,
    ...placesOf(mention, findings, roster),
    mentionId: mention.mentionId,
    personId: mention.personId,
    displayName: displayNameOf(identity),
    ageBand: ageBandOf(identity, now),
    relation: mention.relation,
    relationship: mention.relationship,
    matched: mention.matched,
    parentalResponsibility: mention.parentalResponsibility,
    parentalResponsibilityKnownHow: mention.parentalResponsibilityKnownHow,
    livesInHousehold: mention.livesInHousehold,
    whoSaysSo: mention.whoSaysSo,
    side: mention.side,
    contactsIn6Months: findings.contactsIn6Months,
    contactsIn12Months: findings.contactsIn12Months,
    allocatedWorker: findings.worker,
  };
}
