import type { EnquiryView } from '@mash/contracts';

export type DecisionView = EnquiryView['decisions'][number];

/** The decision that stands; undefined before the first. */
export const newestDecision = ({ decisions }: Pick<EnquiryView, 'decisions'>): DecisionView | undefined =>
  [...decisions].sort((a, b) => b.version - a.version)[0];
