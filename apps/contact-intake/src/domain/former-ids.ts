import type { Roster, RosterMention } from './roster';

/** Ids to which a mention was linked before, as the trail of verdicts has them, oldest first. */
export interface FormerLink {
  readonly mentionId: string;
  readonly personId: string;
}

/**
 * Every other id under which a mention's person stood on this roster: its own provisional one, and whoever it was wrongly linked to. What was
 * stated of them then was stated of this mention. An id that somebody else on the roster has now is theirs.
 */
export function formerIdsOf(mention: RosterMention, roster: Roster, links: readonly FormerLink[]): string[] {
  const taken = new Set(roster.mentions.map(({ personId }) => personId));
  const linked = links.filter(({ mentionId }) => mentionId === mention.mentionId).map(({ personId }) => personId);
  return [...new Set([mention.provisionalPersonId, ...linked])].filter((id) => !taken.has(id));
}
