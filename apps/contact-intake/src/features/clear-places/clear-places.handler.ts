import type { PersonActor } from '@mash/authorisation';
import type { ClearPlaces } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { requireSealedReason } from '../../access/sealed-reason';
import { isDone, requireProtected } from '../../domain/clear-places';
import { requireVersion } from '../../domain/confirm-roster';
import { mentionOn } from '../../domain/match-mention';
import type { Roster } from '../../domain/roster';
import { PersonRepository } from '../../persistence/person.repository';
import { PlaceClearingRepository } from '../../persistence/place-clearing.repository';
import { PlaceProtection } from '../../rosters/place-protection';
import { RosterChanges } from '../../rosters/roster-changes';

/** Say that places of somebody need not be kept secret any more, and why. */
export interface ClearPlacesCommand {
  readonly enquiryId: string;
  readonly mentionId: string;
  readonly clearing: ClearPlaces;
  readonly actor: PersonActor;
}

@Injectable()
export class ClearPlacesHandler {
  constructor(
    private readonly changes: RosterChanges,
    private readonly places: PlaceProtection,
    private readonly persons: PersonRepository,
    private readonly clearings: PlaceClearingRepository,
  ) {}

  /**
   * Sent twice it is done once. Throws `INTAKE.ROSTER_CHANGED`, `INTAKE.NOT_PROTECTED`, `INTAKE.CLEARING_EXISTS` (the id is of another clearing),
   * `SEAL.HEADER_MISMATCH`, `MENTION.NOT_FOUND`.
   */
  execute(command: ClearPlacesCommand): Promise<void> {
    const { enquiryId, mentionId, actor } = command;
    return this.changes.make({
      enquiryId,
      actor,
      right: 'clear-places',
      action: 'person.clear-places',
      subject: (roster) => ({ type: 'Person', id: mentionOn(roster, mentionId).personId }),
      decide: (tx, roster, now) => this.clear(tx, command, roster, now),
    });
  }

  private async clear(tx: Tx, command: ClearPlacesCommand, roster: Roster, now: Date): Promise<Roster> {
    const { enquiryId, mentionId, clearing, actor } = command;
    const { clearingId, places, sealedReason, expectedVersion } = clearing;
    const mention = mentionOn(roster, mentionId);
    if (isDone(await this.clearings.byId(tx, clearingId), { enquiryId, mentionId })) return roster;
    requireVersion(roster, expectedVersion);
    requireProtected(mention, places, await this.places.personsOf(tx, roster));
    const { partnershipId } = roster;
    requireSealedReason(sealedReason, { partnershipId, enquiryId, noteId: clearingId, authorId: actor.id });
    const { personId, provisionalPersonId } = mention;
    await this.persons.clearPlaces(tx, [personId, provisionalPersonId], places);
    const why = { reasonKid: sealedReason.kid, reasonEnvelope: sealedReason.envelope };
    const by = { clearedBy: actor.id, clearedAt: now };
    await this.clearings.add(tx, { clearingId, enquiryId, mentionId, personId, places, ...why, ...by });
    return { ...roster, version: roster.version + 1 };
  }
}
