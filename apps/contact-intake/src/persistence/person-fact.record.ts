import type { RecordPersonFacts } from '@mash/contracts';

/** Facts as somebody stated them of a person in an enquiry. A later statement stands beside it. */
export interface PersonFactRecord extends Omit<RecordPersonFacts, 'judgedAt'> {
  readonly factId: string;
  readonly enquiryId: string;
  readonly personId: string;
  /** When it was judged; left out where nobody said. */
  readonly judgedAt?: Date | undefined;
  readonly statedBy: string;
  readonly statedAt: Date;
}
