import type { PersonActor } from '@mash/authorisation';
import type { ProtectPlaces } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { mentionOn } from '../../domain/match-mention';
import { PlaceProtection } from '../../rosters/place-protection';
import { RosterChanges } from '../../rosters/roster-changes';

/** Keep places of somebody on the roster secret from now on. */
export interface ProtectPlacesCommand {
  readonly enquiryId: string;
  readonly mentionId: string;
  readonly places: ProtectPlaces['places'];
  readonly actor: PersonActor;
}

@Injectable()
export class ProtectPlacesHandler {
  constructor(
    private readonly changes: RosterChanges,
    private readonly places: PlaceProtection,
  ) {}

  /**
   * It only adds: said twice it is said once, and no roster that changed meanwhile refuses it. A new version of the roster makes `sharing` decide
   * again what stands. Throws `MENTION.NOT_FOUND`.
   */
  execute({ enquiryId, mentionId, places, actor }: ProtectPlacesCommand): Promise<void> {
    return this.changes.make({
      enquiryId,
      actor,
      action: 'person.protect-places',
      subject: (roster) => ({ type: 'Person', id: mentionOn(roster, mentionId).personId }),
      decide: async (tx, roster) => {
        const isNew = await this.places.protect(tx, mentionOn(roster, mentionId), places);
        return isNew ? { ...roster, version: roster.version + 1 } : roster;
      },
    });
  }
}
