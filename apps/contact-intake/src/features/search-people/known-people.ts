import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '../../domain/best-match';
import { comparableOf, comparableOfSaid } from '../../domain/comparable';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { PersonRepository } from '../../persistence/person.repository';

/** Who of the index could be meant, each with all that contacts have said of them. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly searches: PersonSearchRepository,
    private readonly persons: PersonRepository,
  ) {}

  async sharing(partnershipId: string, blockingKeys: readonly string[], enquiryId: string): Promise<KnownPerson[]> {
    const ids = await this.searches.personsSharing(partnershipId, blockingKeys, enquiryId);
    const [persons, said] = await Promise.all([this.persons.byIds(partnershipId, ids), this.searches.saidOf(ids)]);
    return persons.map((person) => ({
      person,
      descriptions: [
        comparableOf(person),
        ...said
          .filter(({ personId }) => personId === person.personId)
          .map((one) => comparableOfSaid(one.said, person.addressProtected)),
      ],
    }));
  }
}
