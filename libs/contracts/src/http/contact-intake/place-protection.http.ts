import { z } from 'zod';
import { Sealed } from '../sealed';
import { ProtectedPlace } from './mentioned-people.http';

const places = z.array(ProtectedPlace).min(1).max(3);

/**
 * POST /enquiries/:enquiryId/mentions/:mentionId/protect-places (hub): keep these places of this person secret. It only adds, so that no
 * version is asked for: whoever says it late says it all the same. Answers with the roster.
 */
export const ProtectPlaces = z.strictObject({ places });
export type ProtectPlaces = z.infer<typeof ProtectPlaces>;

/**
 * POST /enquiries/:enquiryId/mentions/:mentionId/clear-places (hub manager): they need not be kept secret any more. Sent again with the same
 * id it is the same clearing. Answers with the roster.
 */
export const ClearPlaces = z.strictObject({
  clearingId: z.uuid().describe('Minted by whoever seals the reason, which names it'),
  expectedVersion: z.number().int().nonnegative(),
  places,
  sealedReason: Sealed.describe('Why: `{ reason }`, typ `note`, noteId = clearingId'),
});
export type ClearPlaces = z.infer<typeof ClearPlaces>;
