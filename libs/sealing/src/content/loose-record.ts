import { z } from 'zod';

/** Contents that their owner defines: any JSON object. The owner passes a closer schema to seal and to open. */
export const LooseRecord = z.record(z.string(), z.json());
export type LooseRecord = z.infer<typeof LooseRecord>;
