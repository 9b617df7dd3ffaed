import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import type { Roster as RosterView } from '@mash/contracts';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { somebodyHides, type Persons } from '../../domain/household-protection';
import { allocatedWorkerOf, isLookedUp } from '../../domain/open-case';
import type { RegisterRow } from '../../domain/open-case';
import type { Person } from '../../domain/person';
import type { Roster, RosterMention } from '../../domain/roster';
import { nameAndBirthKey } from '../../domain/same-person-keys';
import { wordsBeside } from '../../domain/words-beside-people';
import { PlaceClearingRepository } from '../../persistence/place-clearing.repository';
import { RepeatContactsRepository } from '../../persistence/repeat-contacts.repository';
import { RosterRepository } from '../../persistence/roster.repository';
import { WorkerRegisterRepository } from '../../persistence/worker-register.repository';
import { PlaceProtection } from '../../rosters/place-protection';
import { rosterPersonOf } from './roster-person.view';
import type { PersonFindings } from './roster-person.view';

/** The roster with names, for the hub: who is on it, earlier contacts, and who of them has an allocated worker, as of when. */
@Injectable()
export class ReadRoster {
  constructor(
    private readonly access: IntakeAccess,
    private readonly rosters: RosterRepository,
    private readonly places: PlaceProtection,
    private readonly repeatContacts: RepeatContactsRepository,
    private readonly clearings: PlaceClearingRepository,
    private readonly register: WorkerRegisterRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: PersonActor, enquiryId: string): Promise<RosterView> {
    const roster = await this.access.requireRoster(actor, 'read', await this.rosters.get(enquiryId));
    const now = this.clock.now();
    const persons = await this.places.personsOf(undefined, roster);
    const findings = await this.findingsOf(actor, roster, persons, now);
    const asOf = await this.register.asOf(roster.partnershipId);
    const personIds = roster.mentions.map(({ personId }) => personId);
    const around = { roster, persons, somebodyHides: somebodyHides(roster.mentions, persons) };
    const subject = { type: 'Roster', id: enquiryId };
    await this.audit.recordRead({ actor, action: 'roster.read', subject, enquiryId, personIds, outcome: 'shown' });
    return {
      enquiryId,
      version: roster.version,
      confirmed: roster.confirmed,
      confirmedAt: roster.confirmedAt?.toISOString(),
      whoElse: roster.whoElse,
      whoSaysSo: wordsBeside(roster, around.somebodyHides).whoSaysSo,
      referrerSide: roster.referrerSide,
      workerRegisterAsOf: asOf?.toISOString(),
      people: roster.mentions.flatMap((mention) => {
        const found = findings(mention);
        return found === undefined ? [] : [rosterPersonOf(mention, found, around, now)];
      }),
    };
  }

  private async findingsOf(
    actor: PersonActor,
    roster: Roster,
    byId: Persons,
    now: Date,
  ): Promise<(mention: RosterMention) => PersonFindings | undefined> {
    const { enquiryId, partnershipId, mentions } = roster;
    const ids = mentions.map(({ personId }) => personId);
    const [contacts, rows, cleared] = await Promise.all([
      this.repeatContacts.ofPersons(enquiryId, ids, now, this.access.mentionFilter(actor, 5)),
      this.rowsAbout(partnershipId, [...byId.values()]),
      this.clearings.of(enquiryId),
    ]);
    return (mention) => {
      const [person, said] = [byId.get(mention.personId), byId.get(mention.provisionalPersonId)];
      if (person === undefined || said === undefined) return undefined;
      const counted = contacts.find(({ personId }) => personId === mention.personId);
      return {
        person,
        own: said,
        contactsIn6Months: counted?.in6Months ?? 0,
        contactsIn12Months: counted?.in12Months ?? 0,
        worker: isLookedUp(mention) ? allocatedWorkerOf(person, rows) : undefined,
        cleared: cleared.filter(({ mentionId }) => mentionId === mention.mentionId),
      };
    };
  }

  private rowsAbout(partnershipId: string, people: readonly Person[]): Promise<RegisterRow[]> {
    const names = people.map(nameAndBirthKey).filter((key) => key !== undefined);
    const ids = people.map(({ personId }) => personId);
    return this.register.rowsAbout(undefined, partnershipId, ids, names);
  }
}
