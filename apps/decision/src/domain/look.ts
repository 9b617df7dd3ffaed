import type { AskAccess, DecisionFacts } from '@mash/contracts';

export type Access = NonNullable<DecisionFacts['access']>;
export type Audience = NonNullable<DecisionFacts['audience']>;
export type Looker = AskAccess['actor'];

/** What ties a person's agency or account to one enquiry. Loaded from records, never taken from the caller's word. */
export interface Ties {
  readonly partnershipId: string;
  readonly restricted: boolean;
  readonly isNamed: boolean;
  /** They broke the glass, and it is open still. */
  readonly glassIsBroken: boolean;
  readonly isInConflict: boolean;
  /** A request of this enquiry was issued to the person's agency. */
  readonly agencyWasAsked: boolean;
  /** The person's agency takes part in a strategy discussion that has started and not ended. */
  readonly inDiscussion: boolean;
  /** Teams, of those that the person's role works for in their agency, to which the case was routed or a protection notice was sent. */
  readonly routedTo: readonly string[];
  readonly notified: readonly string[];
  /** The contact was written down by this account. */
  readonly isOwnContact: boolean;
  readonly referrerKind: string;
}

export interface Look {
  readonly access: Access;
  readonly audience: Audience;
  /** Takes and returns calls, and is not kept out: such a person may learn who told, to ring them, and nothing else by this. */
  readonly door?: boolean;
}
