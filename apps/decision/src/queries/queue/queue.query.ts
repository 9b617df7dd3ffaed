import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const QueueViews = z.enum(['mine', 'unclaimed', 'with-agencies', 'all']);
export type QueueView = z.infer<typeof QueueViews>;

export class QueueQuery extends createZodDto(
  z.strictObject({
    view: QueueViews.default('all'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
) {}
