import type { RecordPersonFacts } from '@mash/contracts';

/** Facts as somebody stated them of a person in an enquiry. A later statement stands beside it. */
export interface PersonFactRecord extends RecordPersonFacts {
  readonly factId: string;
  readonly enquiryId: string;
  readonly personId: string;
  readonly statedBy: string;
  readonly statedAt: Date;
}
