import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import type { MatchMention } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { matchMention } from '../../domain/match-mention';
import type { Roster } from '../../domain/roster';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { PlaceProtection } from '../../rosters/place-protection';
import { RosterChanges } from '../../rosters/roster-changes';

/** Say whether a candidate of a search is the person who was mentioned. */
export interface MatchMentionCommand {
  readonly enquiryId: string;
  readonly mentionId: string;
  readonly verdict: MatchMention;
  readonly actor: PersonActor;
}

@Injectable()
export class MatchMentionHandler {
  constructor(
    private readonly changes: RosterChanges,
    private readonly searches: PersonSearchRepository,
    private readonly places: PlaceProtection,
  ) {}

  execute(command: MatchMentionCommand): Promise<void> {
    const { enquiryId, mentionId, verdict, actor } = command;
    return this.changes.make({
      enquiryId,
      actor,
      alsoAbout: [verdict.candidateId],
      action: `mention.match.${verdict.verdict}`,
      subject: () => ({ type: 'Person', id: verdict.candidateId }),
      decide: async (tx, roster) => {
        const after = matchMention(roster, mentionId, verdict, await this.searches.get(tx, verdict.searchId));
        if (verdict.verdict === 'same') await this.places.carry(tx, after, mentionId, actor);
        return after;
      },
      afterwards: (tx, _before, after, now) => this.keepTrail(tx, command, after, now),
    });
  }

  private async keepTrail(tx: Tx, command: MatchMentionCommand, { version }: Roster, now: Date): Promise<void> {
    const {
      enquiryId,
      mentionId,
      actor,
      verdict: { searchId, candidateId, verdict },
    } = command;
    await this.searches.keepVerdict(tx, searchId, candidateId, verdict, actor.id, now);
    await this.searches.addToTrail(tx, {
      trailId: newId(now.getTime()),
      enquiryId,
      mentionId,
      action: verdict,
      personId: candidateId,
      searchId,
      rosterVersion: version,
      doneBy: actor.id,
      doneAt: now,
    });
  }
}
