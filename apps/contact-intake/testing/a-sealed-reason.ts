import type { Sealed } from '@mash/contracts';
import { generateSealingKey, generateSigningKey, sealEnvelope, type EnvelopeIdsOf } from '@mash/sealing';

const keys = Promise.all([generateSealingKey(), generateSigningKey()]);

/** Why something was done, sealed as a note as the console seals it. */
export async function aSealedReason(its: Omit<EnvelopeIdsOf<'note'>, 'typ' | 'version'>): Promise<Sealed> {
  const [{ publicKey }, { privateKey }] = await keys;
  const envelope = await sealEnvelope<'note'>({
    header: { typ: 'note', version: 1, ...its },
    ...{ facts: {}, content: { reason: 'The order has ended' }, publicKey, sealedAt: new Date() },
    sealer: { key: privateKey, sealedBy: { kind: 'person', id: its.authorId } },
  });
  return { kid: publicKey.kid, envelope };
}
