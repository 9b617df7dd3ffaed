import { z } from 'zod';
import { AgencyId } from '../../core/ids';

/** What an agency's system may seal with its key. */
export const SystemMaySeal = z.enum(['answer', 'contact']);
export type SystemMaySeal = z.infer<typeof SystemMaySeal>;

/** Why a key was revoked. `compromised`, `lost`: somebody else may hold it. The others: it is simply no longer wanted. */
export const KeyRevocationReason = z.enum(['compromised', 'lost', 'system_retired', 'agency_left', 'mistake']);
export type KeyRevocationReason = z.infer<typeof KeyRevocationReason>;

const ClientId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/)
  .max(60)
  .describe('The client id by which the system signs in at the identity provider');
const SigningKeyId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .describe('RFC 7638 thumbprint of the key');

/** The public half of an Ed25519 key. */
export const SystemPublicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: SigningKeyId,
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type SystemPublicKey = z.infer<typeof SystemPublicKey>;

/**
 * POST /system-keys (partnership-admin): registers the signing key of one agency's system. `proof` is what the holder of the private half
 * signed about this key, this agency and this client (`proveKeyPossession`), a day old at most. With `replaces` the earlier key ends
 * after the overlap.
 */
export const RegisterSystemKey = z.strictObject({
  agencyId: AgencyId,
  clientId: ClientId,
  publicKey: SystemPublicKey,
  maySeal: z.array(SystemMaySeal).min(1).max(2),
  validFrom: z.iso.datetime().optional().describe('From now where left out'),
  validTo: z.iso.datetime(),
  proof: z.string().max(4000),
  replaces: z
    .strictObject({ kid: SigningKeyId, overlapDays: z.number().int().min(0).max(30) })
    .optional()
    .describe('The key of the same system that this one follows, and how long both count'),
});
export type RegisterSystemKey = z.infer<typeof RegisterSystemKey>;

/** POST /system-keys/:kid/revoke (partnership-admin, ig-officer). From this moment nothing that the key signed is taken in. */
export const RevokeSystemKey = z.strictObject({ reason: KeyRevocationReason });
export type RevokeSystemKey = z.infer<typeof RevokeSystemKey>;

/** `coming`: not valid yet. `ending`: valid, and followed by another. `ended`: its time is over. */
export const SystemKeyState = z.enum(['coming', 'current', 'ending', 'ended', 'revoked']);
export type SystemKeyState = z.infer<typeof SystemKeyState>;

/** GET /system-keys (partnership-admin, ig-officer): every key that was ever registered, newest first. */
export const SystemKeys = z.object({
  keys: z.array(
    z.object({
      kid: SigningKeyId,
      agencyId: z.string(),
      clientId: z.string(),
      maySeal: z.array(SystemMaySeal),
      state: SystemKeyState,
      registeredBy: z.string(),
      registeredAt: z.iso.datetime(),
      validFrom: z.iso.datetime(),
      validTo: z.iso.datetime().describe('Where another key follows it: when that overlap ends'),
      replacedAt: z.iso.datetime().optional(),
      revokedAt: z.iso.datetime().optional(),
      revokedBy: z.string().optional(),
      revokedBecause: KeyRevocationReason.optional(),
    }),
  ),
});
export type SystemKeys = z.infer<typeof SystemKeys>;
