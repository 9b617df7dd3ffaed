import { z } from 'zod';
import type { Releaser } from '../domain/decision';

/** Which row a REVIEW is about, and who answers it. */
export interface RulingReview {
  readonly rule: string;
  readonly releaser: Releaser;
}

/**
 * What of a decision about an item says what kind of information it is, or why its holder holds it back: the rule, the reasons, the bases
 * (special category, criminal), the obligations ("do not alert"), the redactions, and who must answer (the adoption agency).
 */
export const Ruling = z.object({
  rule: z.string(),
  reasons: z.array(z.string()),
  lawfulBasis: z.array(z.string()),
  obligations: z.array(z.string()),
  redactions: z.array(z.string()),
  reviews: z.record(z.string(), z.object({ rule: z.string(), releaser: z.enum(['H', 'M', 'S', 'L', 'A', 'IG']) })),
  /** Names of the facts that nobody could supply, those of the item among them; of a ruling from before they were sealed with it, nothing. */
  unknown: z.array(z.string()).optional(),
});
export type Ruling = z.infer<typeof Ruling>;

/** How a sealed ruling lies in the plain columns. */
export const HIDDEN = 'hidden';
export const NOTHING_PLAIN = { rule: HIDDEN, reasons: [], lawfulBasis: [], obligations: [], redactions: [] };

/** Who answers, as the queue may know it in the clear: the holder's side, the hub's, or information governance. */
export const plainReleaser = (releaser: Releaser): 'H' | 'M' | 'IG' => {
  if (releaser === 'H' || releaser === 'S') return 'H';
  return releaser === 'IG' ? 'IG' : 'M';
};
