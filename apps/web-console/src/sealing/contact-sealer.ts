import type { Sealed } from '@mash/contracts';
import type { KeyLease } from '@mash/sealing';
import { Injectable } from '@nestjs/common';
import type { SignedInPerson } from '../session/signed-in-person';
import type { CallerContent, ContactContent } from './contact-content';
import { plainJson } from './plain-json';
import { SealingDesk } from './sealing-desk';

export interface ContactToSeal {
  readonly contactId: string;
  readonly author: SignedInPerson;
  readonly lease: KeyLease;
  readonly content: Omit<ContactContent, 'caller' | 'sealedCaller'>;
  readonly caller: CallerContent;
}

/** Seals a concern, and who told: inside it for a professional, in an envelope of its own for anybody else. */
@Injectable()
export class ContactSealer {
  constructor(private readonly desk: SealingDesk) {}

  async seal(contact: ContactToSeal): Promise<Sealed> {
    const { author, lease, contactId } = contact;
    const ids = { partnershipId: author.partnershipId, version: 1, contactId };
    const whoTold =
      contact.caller.kind === 'professional'
        ? { caller: contact.caller }
        : { sealedCaller: await this.sealCaller(contact) };
    const content = plainJson({ ...contact.content, ...whoTold });
    return this.desk.seal({
      author,
      header: { typ: 'contact', ...ids },
      facts: {},
      content,
      publicKey: lease.publicKey,
    });
  }

  private sealCaller({ author, lease, contactId, caller }: ContactToSeal): Promise<Sealed> {
    const header = { typ: 'caller', partnershipId: author.partnershipId, version: 1, contactId } as const;
    return this.desk.seal({ author, header, facts: {}, content: plainJson(caller), publicKey: lease.publicKey });
  }
}
