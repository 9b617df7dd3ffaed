import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';
import { RequestRepository, type RequestRow } from '../persistence/request.repository';

const HUB = ['mash-analyst', 'mash-manager'] as const;
const ANSWERING = [
  'police-liaison',
  'health-liaison',
  'education-liaison',
  'agency-liaison',
  'social-care-liaison',
] as const;

const has = (actor: PersonActor, roles: readonly string[]): boolean => actor.roles.some((role) => roles.includes(role));

/** Who may see and do what here. What one may not know of reads as not found, and the refusal is audited. */
@Injectable()
export class RequestAccess {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly requests: RequestRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The enquiry, for the hub of its own partnership. */
  async enquiryForHub(actor: PersonActor, enquiryId: string, action: string): Promise<EnquiryRow> {
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry?.partnershipId === actor.partnershipId && has(actor, HUB)) return enquiry;
    return this.refuse(actor, action, 'Enquiry', enquiryId);
  }

  /** The request, for the liaison staff of the agency that was asked, once it was really asked. */
  async requestForAgency(actor: PersonActor, requestId: string, action: string): Promise<RequestRow> {
    const request = await this.requests.find(requestId);
    const own = request?.partnershipId === actor.partnershipId && request.agencyId === actor.agencyId;
    if (request && own && request.issuedAt !== null && has(actor, ANSWERING)) return request;
    return this.refuse(actor, action, 'AgencyRequest', requestId);
  }

  /** @throws CodedError AUTH.ROLE where the actor answers for no agency */
  answeringAgency(actor: PersonActor): string {
    if (!has(actor, ANSWERING)) throw new CodedError('AUTH.ROLE', 403, 'Only liaison staff have a worklist.');
    return actor.agencyId;
  }

  private async refuse(actor: PersonActor, action: string, type: string, id: string): Promise<never> {
    await this.audit.recordRead({
      actor,
      action,
      subject: { type, id },
      outcome: 'refused',
      reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED',
    });
    throw notFound(type);
  }
}
