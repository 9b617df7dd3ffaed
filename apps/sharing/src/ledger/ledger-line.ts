import type { Actor } from '@mash/authorisation';
import type { Purpose, SharingMode, SharingOutcome } from '@mash/contracts';
import type { Visibility } from '../domain/decision';

/** One thing shown, withheld or refused to one recipient. The upper part lies plain; `sealed` does not. */
export interface LedgerLine {
  readonly disclosureId: string;
  readonly fromAgencyId: string;
  readonly personId: string | null;
  /** It is about a whole document, which tells of the household: its person is the first child that it is about. */
  readonly isWhole?: true;
  readonly audience: string;
  readonly recipientAgencyId: string;
  readonly mode: SharingMode;
  readonly purpose: Purpose;
  readonly outcome: SharingOutcome;
  readonly visibility: Visibility;
  /** `hidden` where the row itself would tell the cause. */
  readonly rule: string;
  readonly ruleSetVersion: string;
  readonly agreementRef: string | null;
  readonly sharingDecisionId: string | null;
  readonly sealed: SealedLine;
}

/** What of a line is sealed to the enquiry's key: it says what the information was, and why. */
export interface SealedLine {
  readonly itemId: string;
  readonly category: string;
  readonly reasons: readonly string[];
  readonly rule: string;
  readonly lawfulBasis: readonly string[];
  /** Left out where nothing was decided: a product that is opened, a request, an agency's own item. */
  readonly decidedOn?: DecidedOn;
}

/** What a line was decided on that no other row keeps: which versions of each owner's facts, and what was to be left out and done. */
export interface DecidedOn {
  readonly threshold: string;
  readonly consent: string;
  readonly versions: Readonly<Record<string, string | number>>;
  readonly redactions: readonly string[];
  readonly obligations: readonly string[];
}

/** The call that the lines belong to. */
export interface LedgerCall {
  readonly releaseId: string;
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly accountId: string;
  readonly agencyId: string;
  readonly mode: SharingMode;
  readonly at: Date;
}

/** Who is told: a person by their own token, or an agency's system by a capability. */
export type LedgerActor = Pick<Actor, 'id' | 'kind'> & {
  readonly agencyId: string;
  readonly partnershipId: string;
  readonly roles?: readonly string[];
};
