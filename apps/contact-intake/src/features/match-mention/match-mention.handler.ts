import type { PersonActor } from '@mash/authorisation';
import { newId } from '@mash/contracts';
import type { MatchMention } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { matchMention, mentionOn } from '../../domain/match-mention';
import type { Roster } from '../../domain/roster';
import { PersonRepository } from '../../persistence/person.repository';
import { PersonSearchRepository } from '../../persistence/person-search.repository';
import { CarriedConsents } from '../../rosters/carried-consents';
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
    private readonly persons: PersonRepository,
    private readonly consents: CarriedConsents,
  ) {}

  execute(command: MatchMentionCommand): Promise<void> {
    const { enquiryId, mentionId, verdict, actor } = command;
    return this.changes.make({
      enquiryId,
      actor,
      action: `mention.match.${verdict.verdict}`,
      subject: () => ({ type: 'Person', id: verdict.candidateId }),
      decide: async (tx, roster, now) => {
        const after = matchMention(roster, mentionId, verdict, await this.searches.get(tx, verdict.searchId));
        if (verdict.verdict === 'same') {
          await this.carryProtection(tx, after, mentionId);
          await this.consents.carry(tx, after, mentionId, actor, now);
        }
        return after;
      },
      afterwards: (tx, _before, after, now) => this.keepTrail(tx, command, after, now),
    });
  }

  /** Somebody who is in hiding now is in hiding under every earlier record too. */
  private async carryProtection(tx: Tx, roster: Roster, mentionId: string): Promise<void> {
    const { said, personId } = mentionOn(roster, mentionId);
    if (said.addressProtected === true) await this.persons.protectAddress(tx, personId);
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
