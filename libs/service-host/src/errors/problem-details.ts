import { z } from 'zod';

/** RFC 9457 problem details, as every endpoint answers when it refuses or fails. */
export const ProblemDetails = z.object({
  type: z.string().describe('`urn:mash:problem:<code>`'),
  title: z.string(),
  status: z.number().int(),
  code: z.string().describe('Stable; callers may rely on it'),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  traceId: z.string().describe('Quote this when asking for help'),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;
