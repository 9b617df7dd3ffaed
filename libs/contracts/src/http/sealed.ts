import { z } from 'zod';

/** A sealed envelope as it travels: a compact JWE and the id of the key it was sealed to. Largest size class is 64 kB before encryption. */
export const Sealed = z.strictObject({
  kid: z.string().min(1).max(100),
  envelope: z
    .string()
    .min(20)
    .max(120_000)
    .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/),
});
export type Sealed = z.infer<typeof Sealed>;

/** A sealed draft: kept by the service that will own the result, opens to its author only. */
export const SaveDraft = z.strictObject({
  kind: z.enum(['contact', 'answer', 'rationale', 'plan', 'letter']),
  about: z.uuid().optional().describe('The enquiry or request the draft is for'),
  sealed: Sealed,
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const Draft = z.object({
  draftId: z.uuid(),
  kind: SaveDraft.shape.kind,
  about: z.uuid().optional(),
  sealed: Sealed,
  savedAt: z.iso.datetime(),
});
export type Draft = z.infer<typeof Draft>;

/** GET /drafts: the author's own, newest first. */
export const DraftList = z.object({ drafts: z.array(Draft) });
export type DraftList = z.infer<typeof DraftList>;
