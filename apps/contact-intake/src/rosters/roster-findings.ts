import { OUTSIDE_THE_WORRY } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { allocatedWorkerOf, isLookedUp } from '../domain/open-case';
import { provenIdentifiers } from '../domain/person';
import type { Person } from '../domain/person';
import type { Roster, RosterMention } from '../domain/roster';
import type { RosterFindings } from '../domain/roster-changed';
import { nameAndBirthKey, samePersonKeys } from '../domain/same-person-keys';
import { PersonRepository } from '../persistence/person.repository';
import { RepeatContactsRepository } from '../persistence/repeat-contacts.repository';
import { WorkerRegisterRepository } from '../persistence/worker-register.repository';

interface Child {
  readonly mention: RosterMention;
  readonly person: Person;
}

/** What the other tables know of the people on a roster: births, open cases, earlier contacts. Nothing of it is a judgement. */
@Injectable()
export class RosterFindingsReader {
  constructor(
    private readonly persons: PersonRepository,
    private readonly repeatContacts: RepeatContactsRepository,
    private readonly register: WorkerRegisterRepository,
  ) {}

  async read(tx: Tx, roster: Roster, now: Date): Promise<RosterFindings> {
    const ids = roster.mentions.map(({ personId }) => personId);
    const found = await this.persons.byIds(roster.partnershipId, ids, tx);
    const persons = new Map(found.map((person) => [person.personId, person]));
    const ofTheWorry = roster.mentions.filter(({ relation }) => !OUTSIDE_THE_WORRY.includes(relation));
    const children = ofTheWorry.flatMap((mention): Child[] => {
      const person = persons.get(mention.personId);
      return person === undefined || person.kind === 'adult' ? [] : [{ mention, person }];
    });
    return {
      births: persons,
      openCase: await this.hasOpenCase(tx, roster, children),
      repeatContacts12Months: await this.repeats(tx, roster, children, now),
    };
  }

  private async hasOpenCase(tx: Tx, { partnershipId }: Roster, children: readonly Child[]): Promise<boolean> {
    const lookedUp = children.filter(({ mention }) => isLookedUp(mention)).map(({ person }) => person);
    const ids = lookedUp.map(({ personId }) => personId);
    const names = lookedUp.map(nameAndBirthKey).filter((key) => key !== undefined);
    const rows = await this.register.rowsAbout(tx, partnershipId, ids, names);
    return lookedUp.some((person) => allocatedWorkerOf(person, rows) !== undefined);
  }

  private repeats(tx: Tx, roster: Roster, children: readonly Child[], now: Date): Promise<number> {
    const { partnershipId, enquiryId } = roster;
    const lookedUp = children.filter(({ mention }) => isLookedUp(mention));
    const others = children.filter(({ mention }) => !isLookedUp(mention));
    const personIds = lookedUp.map(({ person }) => person.personId);
    const keys = others.flatMap(({ person }) => samePersonKeys({ ...person, ...provenIdentifiers(person) }));
    return this.repeatContacts.aboutAny(tx, { partnershipId, enquiryId, personIds, samePersonKeys: keys }, now);
  }
}
