import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../api-clients/service-http';
import { redirect, type Answer } from '../../../layout/page';
import type { SignedInPerson } from '../../../session/signed-in-person';
import type { ContactDraft } from '../draft/contact-draft';
import { ContactDrafts } from '../draft/contact-drafts';
import { stepPath } from '../steps/step-order';
import { ContactSender } from './contact-sender';

/** "Urgent: send now, add the rest later". Nothing missing holds it up; without a single word it asks for one line first. */
@Injectable()
export class UrgentSending {
  constructor(
    private readonly drafts: ContactDrafts,
    private readonly sender: ContactSender,
  ) {}

  async send(asker: Asker, person: SignedInPerson, draftId: string, draft: ContactDraft): Promise<Answer> {
    const urgent = { ...draft, urgent: true };
    if (urgent.concern.narrative === undefined) {
      await this.drafts.keep(asker, person, draftId, urgent);
      return redirect(stepPath(draftId, 'urgent'));
    }
    const { reference } = await this.sender.send(asker, person, draftId, urgent);
    return redirect(`/contacts/${reference}/receipt`);
  }
}
