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

/**
 * The same as it lies in a table, whatever somebody has written there since: whoever opens it finds out. One that is no envelope any more must not keep
 * the rest from being read.
 */
export const SealedAsItLies = z.strictObject({ kid: z.string(), envelope: z.string() });

/**
 * Which sealed parts of a record do not open where they lie: somebody else wrote there. Those are left out, the rest is shown, and they are reported
 * (GET /envelope-refusals). Absent where all open, and where the keys are destroyed.
 */
export const doesNotOpen = <const Parts extends readonly [string, ...string[]]>(...parts: Parts) =>
  z
    .array(z.enum(parts))
    .min(1)
    .optional()
    .describe('Sealed parts that do not open where they lie: left out, and reported');

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
