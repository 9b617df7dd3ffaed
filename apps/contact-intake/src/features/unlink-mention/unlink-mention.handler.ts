import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import type { UnlinkMention } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { mentionOn, unlinkMention } from '../../domain/match-mention';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { PlaceProtection } from '../../rosters/place-protection';
import { RosterChanges } from '../../rosters/roster-changes';

/** Take a wrong link back. */
export interface UnlinkMentionCommand {
  readonly enquiryId: string;
  readonly mentionId: string;
  readonly reason: UnlinkMention['reason'];
  readonly actor: PersonActor;
}

@Injectable()
export class UnlinkMentionHandler {
  constructor(
    private readonly changes: RosterChanges,
    private readonly searches: PersonSearchRepository,
    private readonly places: PlaceProtection,
  ) {}

  execute({ enquiryId, mentionId, reason, actor }: UnlinkMentionCommand): Promise<void> {
    return this.changes.make({
      enquiryId,
      actor,
      action: 'mention.unlink',
      subject: (roster) => ({ type: 'Person', id: mentionOn(roster, mentionId).personId }),
      decide: async (tx, roster) => {
        const after = unlinkMention(roster, mentionId);
        await this.places.keepHidden(tx, mentionId, { before: roster, after, actor });
        return after;
      },
      afterwards: (tx, before, after, now) =>
        this.searches.addToTrail(tx, {
          trailId: newId(now.getTime()),
          enquiryId,
          mentionId,
          action: 'unlinked',
          personId: mentionOn(before, mentionId).personId,
          reason,
          rosterVersion: after.version,
          doneBy: actor.id,
          doneAt: now,
        }),
    });
  }
}
