import type { MatchMention } from '@mash/contracts';
import { IntakeRefusal } from './intake-refusal';
import { stillOpen } from './person-search';
import type { PersonSearch } from './person-search';
import type { Matched, Roster, RosterMention } from './roster';

export function mentionOn(roster: Roster, mentionId: string): RosterMention {
  const mention = roster.mentions.find((one) => one.mentionId === mentionId);
  if (mention === undefined)
    throw new IntakeRefusal('not-found', 'MENTION.NOT_FOUND', 'There is no such record, or you may not see it.');
  return mention;
}

const withMention = (roster: Roster, changed: RosterMention): Roster => ({
  ...roster,
  version: roster.version + 1,
  mentions: roster.mentions.map((one) => (one.mentionId === changed.mentionId ? changed : one)),
});

function requireSearchFor(search: PersonSearch | undefined, roster: Roster, mentionId: string): PersonSearch {
  if (search?.enquiryId === roster.enquiryId && search.mentionId === mentionId) return search;
  throw new IntakeRefusal('conflict', 'INTAKE.SEARCH_FIRST', 'Search for this person first.');
}

function requireUnmatched({ matched }: RosterMention): void {
  if (matched !== 'matched' && matched !== 'new') return;
  throw new IntakeRefusal('conflict', 'INTAKE.ALREADY_MATCHED', 'Somebody said already who this is. Un-link first.');
}

/** Nor under the id that another mention had of its own: it stands for that one again once its link is taken back. */
function requireNotOnRoster(mentions: readonly RosterMention[], personId: string): void {
  if (!mentions.some((one) => one.personId === personId || one.provisionalPersonId === personId)) return;
  throw new IntakeRefusal('conflict', 'INTAKE.PERSON_ALREADY_ON_ROSTER', 'This person is on the roster already.');
}

/**
 * What a human said of one candidate. `same` links the mention to the person, `cannot_tell` marks it, `different` changes nothing on the
 * roster (the verdict is kept with the search). The same roster comes back where no version is due.
 */
export function matchMention(
  roster: Roster,
  mentionId: string,
  asked: MatchMention,
  found: PersonSearch | undefined,
): Roster {
  const mention = mentionOn(roster, mentionId);
  const search = requireSearchFor(found, roster, mentionId);
  if (!search.candidates.some(({ personId }) => personId === asked.candidateId)) {
    throw new IntakeRefusal('conflict', 'INTAKE.NOT_A_CANDIDATE', 'This person is not among what the search found.');
  }
  requireUnmatched(mention);
  if (asked.verdict === 'different') return roster;
  if (asked.verdict === 'cannot_tell') {
    return mention.matched === 'cannot_tell' ? roster : withMention(roster, { ...mention, matched: 'cannot_tell' });
  }
  requireNotOnRoster(roster.mentions, asked.candidateId);
  return withMention(roster, { ...mention, matched: 'matched', personId: asked.candidateId });
}

/** Makes the provisional person a person of the index: only after a search for it, and with every likely or possible candidate ruled out. */
export function createPerson(roster: Roster, mentionId: string, found: PersonSearch | undefined): Roster {
  const mention = mentionOn(roster, mentionId);
  const search = requireSearchFor(found, roster, mentionId);
  requireUnmatched(mention);
  if (stillOpen(search).length > 0) {
    throw new IntakeRefusal('conflict', 'INTAKE.SEARCH_FIRST', 'Rule out each likely and possible candidate first.');
  }
  return withMention(roster, { ...mention, matched: 'new' });
}

/** Takes a wrong link back: the mention stands for its own provisional person again, unless another was linked to that meanwhile. The trail of verdicts stays. */
export function unlinkMention(roster: Roster, mentionId: string): Roster {
  const mention = mentionOn(roster, mentionId);
  const linked: readonly Matched[] = ['matched', 'new', 'cannot_tell'];
  if (!linked.includes(mention.matched)) {
    throw new IntakeRefusal('conflict', 'INTAKE.NOT_MATCHED', 'Nobody has said who this is yet.');
  }
  const others = roster.mentions.filter((one) => one.mentionId !== mentionId);
  requireNotOnRoster(others, mention.provisionalPersonId);
  return withMention(roster, { ...mention, matched: 'not_looked', personId: mention.provisionalPersonId });
}
