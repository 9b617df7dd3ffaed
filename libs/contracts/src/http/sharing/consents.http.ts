import { z } from 'zod';
import { ConsentKind, ConsentState, NotSoughtGround } from '../../core/codes';

/** GET /enquiries/:enquiryId/consents (hub) and POST the same (record a change). */
export const ConsentView = z.object({
  statementId: z.uuid(),
  personId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: z.string().optional(),
  givenBy: z.string(),
  statedAt: z.iso.datetime(),
  recordedBy: z.string(),
});
export const Consents = z.object({ statements: z.array(ConsentView) });
export type Consents = z.infer<typeof Consents>;

/** POST /enquiries/:enquiryId/consents (hub): a later statement; history is never changed. */
export const StateConsent = z.strictObject({
  statementId: z.uuid(),
  personId: z.uuid(),
  kind: ConsentKind,
  state: ConsentState,
  ground: NotSoughtGround.optional(),
  givenBy: z.enum(['self', 'parent_with_pr', 'parent_pr_unproven', 'other', 'not_applicable']),
  givenById: z.uuid().optional(),
  bodies: z.array(z.string().max(60)).max(30),
  statedAt: z.iso.datetime(),
});
export type StateConsent = z.infer<typeof StateConsent>;
