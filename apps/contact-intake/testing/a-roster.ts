import { newId } from '@mash/contracts';
import type { ConfirmRoster, MentionedPerson } from '@mash/contracts';
import { beginRoster } from '../src/domain/begin-roster';
import type { Roster } from '../src/domain/roster';
import { aChild, aMother } from './a-contact';

/** The roster of a new contact about these people. */
export const aRoster = (...people: MentionedPerson[]): Roster =>
  beginRoster({ enquiryId: newId(), partnershipId: newId() }, people.length > 0 ? people : [aChild(), aMother()], () =>
    newId(),
  );

/** A confirmation that says of everybody that they live there, and of nobody else. */
export const aConfirmation = (roster: Roster, changes: Partial<ConfirmRoster> = {}): ConfirmRoster => ({
  expectedVersion: roster.version,
  whoElse: 'nobody_else',
  whoSaysSo: 'the mother, by telephone',
  people: roster.mentions.map(({ mentionId, relation }) => ({ mentionId, relation, livesInHousehold: 'yes' as const })),
  added: [],
  ...changes,
});
