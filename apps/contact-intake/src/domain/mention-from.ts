import type { MentionedPerson } from '@mash/contracts';
import type { RosterMention } from './roster';

/** At first, the child and the people said to belong to the household live there, unless it was said that they do not. */
const livesThere = ({ livesInHousehold, relation }: MentionedPerson): boolean =>
  livesInHousehold === 'yes' ||
  (livesInHousehold === undefined && (relation === 'concern' || relation === 'household'));

/** A mention that nobody has looked up yet, with a provisional person of its own. */
export function mentionFrom(
  said: MentionedPerson,
  origin: RosterMention['origin'],
  ids: { readonly personId: string; readonly householdId: string },
): RosterMention {
  return {
    mentionId: said.mentionId,
    personId: ids.personId,
    provisionalPersonId: ids.personId,
    matched: 'not_looked',
    said,
    origin,
    relation: said.relation,
    relationship: said.relationship,
    livesInHousehold: said.livesInHousehold,
    parentalResponsibility: said.parentalResponsibility,
    parentalResponsibilityKnownHow: said.parentalResponsibilityKnownHow,
    whoSaysSo: said.whoSaysSo,
    householdId: livesThere(said) ? ids.householdId : undefined,
  };
}
