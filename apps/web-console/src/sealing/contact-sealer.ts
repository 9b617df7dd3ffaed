import type { RecordContact, Sealed } from '@mash/contracts';
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
  readonly content: ContactContent;
  /** Undefined where whoever told will not say who they are. */
  readonly caller: CallerContent | undefined;
}

/** Seals a concern and, in an envelope of its own, who told: one is opened without the other. */
@Injectable()
export class ContactSealer {
  constructor(private readonly desk: SealingDesk) {}

  async seal(contact: ContactToSeal): Promise<Pick<RecordContact, 'sealed' | 'sealedCaller'>> {
    const { content, caller } = contact;
    const sealed = await this.sealAs('contact', contact, content);
    return { sealed, ...(caller && { sealedCaller: await this.sealAs('caller', contact, caller) }) };
  }

  /** What people were told before they answered about consent, each sealed for the statement that it belongs to. */
  async sealConsentWords(
    { author, lease, contactId }: Pick<ContactToSeal, 'author' | 'lease' | 'contactId'>,
    words: readonly { readonly statementId: string; readonly told: string }[],
  ): Promise<ReadonlyMap<string, Sealed>> {
    const sealed = words.map(async ({ statementId, told }) => {
      const header = {
        ...({ typ: 'consent', partnershipId: author.partnershipId, version: 1 } as const),
        ...{ contactId, noteId: statementId },
      };
      const its = { author, header, facts: {}, content: { told }, publicKey: lease.publicKey };
      return [statementId, await this.desk.seal<'consent'>(its)] as const;
    });
    return new Map(await Promise.all(sealed));
  }

  private sealAs(
    typ: 'contact' | 'caller',
    { author, lease, contactId }: ContactToSeal,
    content: object,
  ): Promise<Sealed> {
    const header = { typ, partnershipId: author.partnershipId, version: 1, contactId } as const;
    return this.desk.seal({ author, header, facts: {}, content: plainJson(content), publicKey: lease.publicKey });
  }
}
