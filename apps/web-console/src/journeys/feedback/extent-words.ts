import type { SendFeedback } from '@mash/contracts';
import type { Extent } from './feedback-rule';

const WORDS: Readonly<Record<Extent, string>> = {
  full: 'Full: outcome, their part, how to disagree',
  limited: 'Limited: the outcome only',
  receipt_only: 'Receipt: that it was looked at',
  withheld: 'Nothing: record why',
};

export const extentWords = (extent: Extent): string => WORDS[extent];

export const WITHHELD_REASONS: readonly {
  readonly value: NonNullable<SendFeedback['withheldReason']>;
  readonly text: string;
}[] = [
  { value: 'safety', text: 'Telling would put somebody at risk' },
  { value: 'linked_to_alleged_perpetrator', text: 'The referrer is close to whoever may have done harm' },
  { value: 'holder_refused', text: 'Whoever holds the information does not agree' },
  { value: 'do_not_alert', text: 'Nobody may be alerted yet' },
  { value: 'anonymous', text: 'Nobody knows who raised it' },
];
