import type {
  ConfirmRoster,
  MentionedPerson,
  PersonRelation,
  PersonSide,
  RosterChangedV1,
  YesNoNotKnown,
} from '@mash/contracts';

export type Matched = RosterChangedV1['data']['mentions'][number]['matched'];

/** One mention on the roster: what was said, which stays, and what screening has made of it since. */
export interface RosterMention {
  readonly mentionId: string;
  /** The person it stands for now: its own provisional one until a human matches it. */
  readonly personId: string;
  readonly provisionalPersonId: string;
  readonly matched: Matched;
  readonly said: MentionedPerson;
  /** `roster`: added by an analyst while screening, and no part of the contact. */
  readonly origin: 'contact' | 'roster';
  readonly relation: PersonRelation;
  readonly relationship?: string | undefined;
  readonly livesInHousehold?: YesNoNotKnown | undefined;
  readonly parentalResponsibility?: YesNoNotKnown | undefined;
  readonly parentalResponsibilityKnownHow?: string | undefined;
  readonly whoSaysSo?: string | undefined;
  readonly householdId?: string | undefined;
  /** Whether they act for, or are linked to, an alleged perpetrator; nobody has said where it is left out. */
  readonly side?: PersonSide | undefined;
}

/** The household roster of one enquiry. Each change is a new version; decisions name the version that they cover. */
export interface Roster {
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly version: number;
  readonly confirmed: boolean;
  readonly confirmedAt?: Date | undefined;
  readonly confirmedBy?: string | undefined;
  readonly whoElse?: ConfirmRoster['whoElse'] | undefined;
  readonly whoSaysSo?: string | undefined;
  readonly householdId: string;
  /** The same of the caller, where they are no professional. */
  readonly referrerSide?: PersonSide | undefined;
  readonly mentions: readonly RosterMention[];
}
