import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, type PersonActor, type Subject } from '@mash/authorisation';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';

/** Which enquiries a person may look into here. `decision` holds who is named or kept out; releases ask it each time. */
@Injectable()
export class EnquiryAccess {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws 404 where there is no such enquiry or the actor may not know of it; the refusal is audited */
  async forHub(
    actor: PersonActor,
    enquiryId: string,
    action: string,
    needs: 'read' | 'ask' = 'ask',
  ): Promise<EnquiryRow> {
    const enquiry = await this.enquiries.find(enquiryId);
    if (
      enquiry &&
      can(actor, needs, { kind: 'Enquiry', id: enquiryId, partnershipId: enquiry.partnershipId, ...openToTheHub })
    )
      return enquiry;
    return this.refuse(actor, action, enquiryId);
  }

  /** The hub, and information governance: decisions are codes, no content. */
  async forReasons(actor: PersonActor, enquiryId: string, action: string): Promise<EnquiryRow> {
    const enquiry = await this.enquiries.find(enquiryId);
    const subject = enquiry && decisionSubject(enquiry);
    if (enquiry && subject && can(actor, 'read', subject)) return enquiry;
    return this.refuse(actor, action, enquiryId);
  }

  private async refuse(actor: PersonActor, action: string, enquiryId: string): Promise<never> {
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({ actor, action, subject, outcome: 'refused', reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
    throw notFound('Enquiry');
  }
}

const decisionSubject = ({ enquiryId, partnershipId }: EnquiryRow): Subject<'SharingDecision'> => ({
  kind: 'SharingDecision',
  id: enquiryId,
  partnershipId,
  ...openToTheHub,
  holderAgencyId: '',
});
