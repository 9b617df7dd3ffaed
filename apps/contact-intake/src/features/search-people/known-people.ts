import type { PersonActor } from '@mash/authorisation';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import type { KnownPerson } from '../../domain/best-match';
import { comparableOf, comparableOfSaid } from '../../domain/comparable';
import { PersonSearchRepository, type Sought } from '../../persistence/person-search.repository';
import { PersonRepository } from '../../persistence/person.repository';

/** Who of the index could be meant, each with what contacts have said of them that the reader may see. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly access: IntakeAccess,
    private readonly searches: PersonSearchRepository,
    private readonly persons: PersonRepository,
  ) {}

  async sharing(actor: PersonActor, sought: Sought): Promise<KnownPerson[]> {
    const [seenThere, seen] = [this.access.mentionFilter(actor, 4), this.access.mentionFilter(actor, 2)];
    if (seenThere === null || seen === null) return [];
    const ids = await this.searches.personsSharing(sought, seenThere);
    const [persons, said] = await Promise.all([
      this.persons.byIds(sought.partnershipId, ids),
      this.searches.saidOf(ids, seen),
    ]);
    return persons.map((person) => ({
      person,
      descriptions: [
        comparableOf(person),
        ...said.filter(({ personId }) => personId === person.personId).map((one) => comparableOfSaid(one)),
      ],
    }));
  }
}
