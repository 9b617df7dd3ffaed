import { blockingKeys } from '@mash/person-matching';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { comparableOf, typedBy } from '../domain/comparable';
import { personFrom, provenIdentifiers } from '../domain/person';
import type { Person } from '../domain/person';
import type { RosterMention } from '../domain/roster';
import { samePersonKeys } from '../domain/same-person-keys';
import { PersonRepository } from '../persistence/person.repository';
import type { MentionKeys } from '../persistence/roster.record';

const keysOf = (person: Person): MentionKeys => ({
  samePersonKeys: samePersonKeys({ ...person, ...provenIdentifiers(person) }),
  blockingKeys: blockingKeys(comparableOf(person)),
});

/** Gives each new mention a person of its own in the index, and the keys by which it is found again. */
@Injectable()
export class ProvisionalPeople {
  constructor(private readonly persons: PersonRepository) {}

  async add(
    tx: Tx,
    partnershipId: string,
    mentions: readonly RosterMention[],
    now: Date,
  ): Promise<Map<string, MentionKeys>> {
    const keys = new Map<string, MentionKeys>();
    for (const { mentionId, personId, said } of mentions) {
      const person = personFrom(said, { personId, partnershipId }, typedBy);
      await this.persons.add(tx, person, now);
      keys.set(mentionId, keysOf(person));
    }
    return keys;
  }
}
