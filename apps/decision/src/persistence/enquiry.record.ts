import type { EnquiryStage, NextStep } from '@mash/contracts';
import type { Enquiry } from '../domain/enquiry';

/** An enquiry as its row has it: what the rules read, and its place in the queue as it was last worked out. */
export interface EnquiryRecord extends Enquiry {
  readonly asked: number;
  readonly answered: number;
  readonly late: number;
  readonly stage: EnquiryStage;
  readonly nextStep: NextStep;
  readonly nextDueAt?: Date;
  readonly flagged: boolean;
}

/** The row before its pack is put together. */
export type EnquiryRow = Omit<EnquiryRecord, 'pack'> & { readonly packId: string; readonly packVersion: string };

export const enquiryOf = ({ packId, packVersion, ...row }: EnquiryRow): EnquiryRecord => ({
  ...row,
  pack: { id: packId, version: packVersion },
});
