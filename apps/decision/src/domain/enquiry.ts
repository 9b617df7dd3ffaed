import type { Colour, PackRef, ReferrerKind, ThresholdLevel } from '@mash/contracts';
import type { RosterPerson } from './roster-person';

/** The hub's work on one contact: what the rules read of it. Times are instants; versions count from 1, 0 is "none yet". */
export interface Enquiry {
  readonly enquiryId: string;
  readonly partnershipId: string;
  readonly contactId: string;
  readonly reference: string;
  readonly pack: PackRef;
  readonly receivedAt: Date;
  readonly openedAt: Date;
  /** Account or client that wrote the contact down: its referrer may hear the outcome. */
  readonly recordedBy: string;
  readonly referrerKind: ReferrerKind;
  /** A child may be in danger now, says the contact. */
  readonly urgent: boolean;
  readonly presentingIssues: readonly string[];
  readonly repeatContacts: number;
  readonly rosterVersion: number;
  readonly rosterConfirmed: boolean;
  readonly openCase: boolean;
  readonly people: readonly RosterPerson[];
  readonly colour?: Colour;
  readonly ratingVersion: number;
  readonly threshold: ThresholdLevel;
  readonly thresholdVersion: number;
  readonly protectionOpen: boolean;
  readonly decisionVersion: number;
  readonly decidedAt?: Date;
  readonly ownerId?: string;
  readonly restricted: boolean;
}
