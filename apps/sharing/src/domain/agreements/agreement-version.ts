import type { AgreementContent, AgreementState } from '@mash/contracts';

/** A version with where it stands: the draft, or one that has left it and never changes again. */
export interface AgreementVersion {
  readonly partnershipId: string;
  readonly content: AgreementContent;
  readonly state: AgreementState;
  readonly stoppedAt: Date | null;
}

/** What may be done to a version in which state; whatever is not here is refused. */
export const STATES_FOR = {
  propose: ['draft'],
  approve: ['proposed'],
  'put-in-force': ['approved'],
  stop: ['in_force'],
} as const satisfies Record<string, readonly AgreementState[]>;

export type LifecycleAction = keyof typeof STATES_FOR;

export const isOpenFor = (action: LifecycleAction, state: AgreementState): boolean =>
  (STATES_FOR[action] as readonly AgreementState[]).includes(state);
