import type { Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { LeasedKeys } from '../../../sealing/leased-keys';
import { SealingDesk } from '../../../sealing/sealing-desk';
import type { SignedInPerson } from '../../../session/signed-in-person';

/**
 * Seals why somebody breaks the glass, before anybody knows whether there is one: to a fresh leased key, which names no enquiry. `sharing` binds it
 * to the enquiry once the glass is broken.
 */
@Injectable()
export class GlassSealer {
  constructor(
    private readonly leased: LeasedKeys,
    private readonly desk: SealingDesk,
  ) {}

  /** @throws SealRefusal SEAL.NO_KEY before the first lease ever */
  async seal(person: SignedInPerson, glassId: string, words: string): Promise<Sealed> {
    const { partnershipId, accountId: authorId } = person;
    const { publicKey } = await this.leased.take(partnershipId);
    const header = { typ: 'glass', version: 1, partnershipId, glassId, authorId } as const;
    return this.desk.seal({ author: person, header, facts: {}, content: { words }, publicKey });
  }
}
