import { z } from 'zod';

/** Where a value comes from: a source listed in the pack, or nobody's: then it is assumed, and says so. */
const evidence = {
  source: z.string().min(1).optional().describe('Id of a source listed in the pack'),
  assumed: z.literal(true).optional().describe('No source gives this value'),
};

/** A part of a pack that must say either its source or that it is assumed, never both and never neither. */
export function evidenced<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({ ...shape, ...evidence })
    .refine(
      (part: { source?: unknown; assumed?: unknown }) => (part.source === undefined) !== (part.assumed === undefined),
      {
        message: 'say either `source` or `assumed: true`',
      },
    );
}
