import { Id, Instant } from '@mash/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** What one worker did to an enquiry on one day, as one line. */
export const LookView = z.object({
  day: z.iso.date().describe('Day in London'),
  workerId: z.string(),
  workerKind: z.string(),
  agencyId: z.string().nullable(),
  roles: z.array(z.string()).describe('In which they acted'),
  action: z.string(),
  purpose: z.string().nullable(),
  outcome: z.string(),
  times: z.number().int().positive(),
  first: Instant,
  last: Instant,
});
export type LookView = z.infer<typeof LookView>;

export class LooksAtEnquiry extends createZodDto(
  z.object({
    enquiryId: Id,
    looks: z.array(LookView),
    isCut: z.boolean().describe('There are more lines than are shown'),
  }),
) {}
