import type { RecordContact } from '@mash/contracts';
import {
  generateSealingKey,
  generateSigningKey,
  sealEnvelope,
  signLease,
  type EnvelopeIdsOf,
  type LeaseOffer,
  type SigningPrivateKey,
} from '@mash/sealing';
import { people } from '@mash/testing';
import { aContact } from './a-contact';

const IN_A_WEEK = (): Date => new Date(Date.now() + 7 * 86_400_000);

/** A contact as an agency's own system sends it: sealed by its key to a key that `sharing` leased; `its` bends single parts. */
export async function aSystemsContact(
  sharingKey: SigningPrivateKey,
  its: {
    lease?: Partial<LeaseOffer>;
    header?: Partial<EnvelopeIdsOf<'contact'>>;
    changes?: Partial<RecordContact>;
  } = {},
): Promise<RecordContact> {
  const { partnershipId } = people.teacher;
  const [{ publicKey }, { privateKey }] = [await generateSealingKey(), await generateSigningKey()];
  const offer: LeaseOffer = { publicKey, partnershipId, use: 'enquiry', expiresAt: IN_A_WEEK(), ...its.lease };
  const contact = aContact({ reply: 'none' });
  const { contactId } = contact;
  const envelope = await sealEnvelope<'contact'>({
    header: { typ: 'contact', partnershipId, version: 1, contactId, ...its.header },
    ...{ facts: {}, content: { narrative: 'Worried' }, publicKey, sealedAt: new Date() },
    sealer: { key: privateKey, sealedBy: { kind: 'system', id: 'school-system' } },
  });
  const lease = await signLease(offer, sharingKey);
  return { ...contact, sealed: { kid: publicKey.kid, envelope }, lease, ...its.changes };
}
