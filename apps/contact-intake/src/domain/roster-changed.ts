import type { RosterChangedV1 } from '@mash/contracts';
import { ageBandOf } from './age-band-of';
import { knownBirth } from './known-birth';
import type { Roster, RosterMention } from './roster';
import type { SaidBirth } from './said-birth';

/** What the event needs beside the roster: the births of the persons, and two counts that other tables hold. */
export interface RosterFindings {
  readonly births: ReadonlyMap<string, SaidBirth>;
  readonly openCase: boolean;
  readonly repeatContacts12Months: number;
}

const codesOf = (mention: RosterMention, birth: SaidBirth, now: Date): RosterChangedV1['data']['mentions'][number] => ({
  mentionId: mention.mentionId,
  personId: mention.personId,
  matched: mention.matched,
  kind: birth.kind,
  ageBand: ageBandOf(birth, now),
  relation: mention.relation,
  householdId: mention.householdId,
});

/** The roster as an event: ids and codes, no name, no birth date, no address. */
export function rosterChanged(roster: Roster, findings: RosterFindings, now: Date): RosterChangedV1['data'] {
  return {
    enquiryId: roster.enquiryId,
    version: roster.version,
    confirmed: roster.confirmed,
    openCase: findings.openCase,
    repeatContacts12Months: findings.repeatContacts12Months,
    changedAt: now.toISOString(),
    mentions: roster.mentions.map((mention) =>
      codesOf(mention, knownBirth(findings.births.get(mention.personId), mention.said), now),
    ),
  };
}
