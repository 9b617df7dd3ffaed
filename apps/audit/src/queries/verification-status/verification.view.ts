import { Instant } from '@mash/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const Verification = z.object({
  isIntact: z.boolean(),
  entries: z.number().int().describe('Links that hold, from the first'),
  unreadable: z.number().int().describe('Of these, entries that could not be read and were kept as bytes'),
  head: z.string().describe('Hash of the last link that holds'),
  firstBroken: z
    .object({ seq: z.number().int(), fault: z.string() })
    .nullable()
    .describe('The first link that is not as it was written'),
  lastSigned: z
    .object({ seq: z.number().int(), signedAt: Instant })
    .nullable()
    .describe('The last head that was signed'),
  verifiedAt: Instant,
});
export type Verification = z.infer<typeof Verification>;

export class VerificationStatus extends createZodDto(Verification) {}
