import type { EnquiryView } from '@mash/contracts';
import type { DecisionView } from './newest-decision';

export type Told = EnquiryView['feedback'][number];

/** What the referrer is told of the newest decision: a letter, also one that waits, or that it is recorded why none. Undefined where they are still to be told. */
export const toldOf = (
  { decidedAt }: Pick<DecisionView, 'decidedAt'>,
  { feedback }: Pick<EnquiryView, 'feedback'>,
): Told | undefined => feedback.find(({ sentAt, refused }) => sentAt >= decidedAt && refused !== true);
