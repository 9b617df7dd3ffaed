import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { createPerson, mentionOn } from '../../domain/match-mention';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { RosterChanges } from '../../rosters/roster-changes';

/** Nobody in the index is this person: make them one of it. */
export interface CreatePersonCommand {
  readonly enquiryId: string;
  readonly mentionId: string;
  readonly searchId: string;
  readonly actor: PersonActor;
}

@Injectable()
export class CreatePersonHandler {
  constructor(
    private readonly changes: RosterChanges,
    private readonly searches: PersonSearchRepository,
  ) {}

  execute({ enquiryId, mentionId, searchId, actor }: CreatePersonCommand): Promise<void> {
    return this.changes.make({
      enquiryId,
      actor,
      action: 'person.create',
      subject: (roster) => ({ type: 'Person', id: mentionOn(roster, mentionId).personId }),
      decide: async (tx, roster) => createPerson(roster, mentionId, await this.searches.get(tx, searchId)),
      afterwards: (tx, _before, after, now) =>
        this.searches.addToTrail(tx, {
          trailId: newId(now.getTime()),
          enquiryId,
          mentionId,
          action: 'created',
          personId: mentionOn(after, mentionId).personId,
          searchId,
          rosterVersion: after.version,
          doneBy: actor.id,
          doneAt: now,
        }),
    });
  }
}
