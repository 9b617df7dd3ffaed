import type { SealingPublicKey } from '@mash/sealing';
import { AnEnquiry } from './an-enquiry';
import { Governing } from './governing';
import type { Sharing } from './start-sharing';

/** The public key of an enquiry of the demo partnership that was erased: its row stands, and nothing that is sealed to it opens again. */
export async function anErasedKey(sharing: Sharing): Promise<SealingPublicKey> {
  const enquiry = await AnEnquiry.begin(sharing);
  enquiry.factsAre({ decision: { closed: true } });
  await new Governing(sharing, enquiry).erase();
  return enquiry.publicKey;
}
