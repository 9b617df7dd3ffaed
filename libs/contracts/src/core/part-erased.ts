import { z } from 'zod';
import { EnquiryId, Id, Instant } from './ids';

/** What a service says once it has removed its own part of an erased enquiry. */
export const PartErased = z.object({
  enquiryId: EnquiryId,
  erasureId: Id.describe('The erasure that it was part of'),
  rows: z.number().int().nonnegative().describe('How many rows were removed or emptied'),
  erasedAt: Instant.describe('When it was done'),
});
