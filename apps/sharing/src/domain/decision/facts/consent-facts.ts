import type { YesNo } from './body-facts';

/** One state of one of the separate consents (rule book section 1, "Voice"). */
export const CONSENT_STATES = ['given', 'refused', 'withdrawn', 'not_sought', 'unknown'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

/**
 * Why nobody sought consent (rule book section 6). `NS_TEXT` counts for nothing until a manager has accepted it, and is
 * `NS_TEXT_ACCEPTED` from then on.
 */
export const NOT_SEEKING_GROUNDS = [
  'none',
  'NS_HARM',
  'NS_OTHER',
  'NS_CRIME',
  'NS_DELAY',
  'NS_CONTACT',
  'NS_CANNOT',
  'NS_TEXT',
  'NS_TEXT_ACCEPTED',
] as const;
export type NotSeekingGround = (typeof NOT_SEEKING_GROUNDS)[number];

/** What an earlier PERMIT rested on. */
export const RESTS_ON = ['agreement', 'other'] as const;
export type RestsOn = (typeof RESTS_ON)[number];

export interface ConsentFacts {
  /** Consent to share, read for this subject from whoever may speak for them. */
  readonly consent: ConsentState;
  /** Consent to a help service: opens help, never records. */
  readonly service: ConsentState;
  readonly ground: NotSeekingGround;
  readonly restsOn: RestsOn;
  readonly answered: YesNo;
  /** A parent refuses what the young person, speaking for themselves, has agreed to (R-AGE-04). */
  readonly parentRefuses: YesNo;
}
