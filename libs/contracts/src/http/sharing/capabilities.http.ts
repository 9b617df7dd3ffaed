import { z } from 'zod';
import { Category, Purpose } from '../../core/codes';

/** What a capability opens: the question of one permitted line of a request, or one notice of immediate protection. */
export const CapabilityKind = z.enum(['request-line', 'notice']);
export type CapabilityKind = z.infer<typeof CapabilityKind>;

/**
 * GET /capabilities (an agency's system, scope capabilities:use): what it may still open, soonest to expire first. Each was made when the line was
 * permitted or the notice was sent, for this agency alone, and opens once.
 */
export const Capabilities = z.object({
  capabilities: z.array(
    z.object({
      capabilityId: z.uuid(),
      kind: CapabilityKind,
      aboutId: z.uuid().describe('The line, or the notice'),
      enquiryId: z.uuid(),
      personId: z.uuid().optional(),
      expiresAt: z.iso.datetime(),
      capability: z.string().describe('What `sharing` signed: compact JWS'),
    }),
  ),
});
export type Capabilities = z.infer<typeof Capabilities>;

/**
 * POST /capabilities/:capabilityId/open (scope capabilities:use). `proof` is signed by a running registered key of this very client
 * (`proveCapabilityUse`), five minutes old at most: a stolen client secret alone opens nothing. Codes: SHARING.CAPABILITY_USED,
 * CAPABILITY_EXPIRED, CAPABILITY_WITHDRAWN (409), CAPABILITY_INVALID, CAPABILITY_NOT_PROVEN (403), SEAL.* (422).
 */
export const UseCapability = z.strictObject({ capability: z.string().max(4000), proof: z.string().max(4000) });
export type UseCapability = z.infer<typeof UseCapability>;

/** What the agency may read; in the ledger before it is sent. */
export const OpenedByCapability = z.object({
  capabilityId: z.uuid(),
  kind: CapabilityKind,
  aboutId: z.uuid(),
  enquiryId: z.uuid(),
  requestId: z.uuid().optional(),
  personId: z.uuid().optional(),
  category: Category.optional(),
  purpose: Purpose,
  content: z.unknown(),
  condition: z
    .string()
    .optional()
    .describe(
      'What releasers attached to letting the agency be asked, in their words: whoever acts on this keeps to it',
    ),
  redactions: z
    .array(z.string())
    .describe('What is left out of the content that was sealed, where something is: a place that is protected by now'),
  obligations: z.array(z.string()),
});
export type OpenedByCapability = z.infer<typeof OpenedByCapability>;
