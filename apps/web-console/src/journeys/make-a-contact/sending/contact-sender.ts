import type { ContactReceipt, ContactSource } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import type { Asker } from '../../../api-clients/service-http';
import { ContactSealer } from '../../../sealing/contact-sealer';
import type { SignedInPerson } from '../../../session/signed-in-person';
import type { ContactDraft } from '../draft/contact-draft';
import { contentOf, recordOf } from './record-of-draft';

/** Seals a whole draft as a concern and hands it in. The draft's id is the contact's, so that sending twice is sending once. */
@Injectable()
export class ContactSender {
  constructor(
    private readonly intake: ContactIntakeClient,
    private readonly sealer: ContactSealer,
  ) {}

  async send(asker: Asker, person: SignedInPerson, contactId: string, draft: ContactDraft): Promise<ContactReceipt> {
    const { telephone, knowsFamilyHow } = draft.you;
    const { name, roleTitle: role, agencyName } = person;
    const caller = { kind: 'professional', name, role, agencyName, telephone, knowsFamilyHow } as const;
    const its = { contactId, author: person, lease: draft.lease };
    const words = draft.consents.flatMap(({ statementId, told }) =>
      statementId === undefined || told === undefined ? [] : [{ statementId, told }],
    );
    const [envelopes, consentWords] = await Promise.all([
      this.sealer.seal({ ...its, content: contentOf(draft), caller }),
      this.sealer.sealConsentWords(its, words),
    ]);
    return this.intake.recordContact(
      asker,
      recordOf(draft, { contactId, usualSource: usualSource(person), ...envelopes, consentWords }),
    );
  }
}

/** Where the referrer has not said what kind of service theirs is. */
const usualSource = ({ agencyKind }: SignedInPerson): ContactSource =>
  agencyKind === 'education' ? '2A' : agencyKind === 'police' ? '6' : '10';
