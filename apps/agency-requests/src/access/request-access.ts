import { AuditTrail } from '@mash/audit-client';
import {
  authorise,
  can,
  couldEver,
  isRefusal,
  sqlFilterFor,
  type Actor,
  type PersonActor,
  type SqlFilter,
} from '@mash/authorisation';
import { CaseAccessRepository, caseAccessColumns } from '@mash/case-access';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { NamedAgencies } from './named-agencies';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';
import { RequestRepository, type RequestRow } from '../persistence/request.repository';

const REQUEST_COLUMNS = {
  id: 'request.request_id',
  partnershipId: 'request.partnership_id',
  agencyId: 'request.agency_id',
  issued: '(request.issued_at IS NOT NULL)',
  open: 'true',
};

/** Who may see and do what here. What one may not know of reads as not found, and the refusal is audited. */
@Injectable()
export class RequestAccess {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly requests: RequestRepository,
    private readonly cases: CaseAccessRepository,
    private readonly named: NamedAgencies,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The enquiry, for the hub of its own partnership. */
  async enquiryForHub(actor: PersonActor, enquiryId: string, action: string): Promise<EnquiryRow> {
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry && (await this.isOpenTo(actor, enquiry))) return enquiry;
    return this.refuse(actor, action, 'Enquiry', enquiryId);
  }

  /** The request, for those of the hub of its own partnership who may know whom it asks. To anybody else it reads as one that is not there, whether it is or not. */
  async requestForHub(actor: PersonActor, requestId: string, action: string): Promise<RequestRow> {
    const request = await this.requests.find(requestId);
    const isOpen = request && (await this.isOpenTo(actor, request));
    if (isOpen && (await this.named.isNamed(actor, request))) return request;
    return this.refuse(actor, action, 'AgencyRequest', requestId);
  }

  /** The request, for the liaison staff or the system of the agency that was asked, once it was really asked. */
  async requestForAgency(
    actor: Actor,
    requestId: string,
    action: string,
    needs: 'read' | 'answer' = 'read',
  ): Promise<RequestRow> {
    if (actor.kind === 'system') this.answeringAgency(actor);
    const request = await this.requests.find(requestId);
    if (request === undefined || request.agencyId !== actor.agencyId)
      return this.refuse(actor, action, 'AgencyRequest', requestId);
    const { partnershipId, agencyId, enquiryId } = request;
    const access = await this.cases.of(enquiryId);
    const subject = { kind: 'AgencyRequest' as const, id: requestId, partnershipId, agencyId, ...access };
    try {
      authorise(actor, needs, { ...subject, issued: request.issuedAt !== null, open: true });
    } catch (error) {
      if (isRefusal(error)) return this.refuse(actor, action, 'AgencyRequest', requestId);
      throw error;
    }
    return request;
  }

  /** @throws CodedError AUTH.ROLE where the actor answers for no agency */
  answeringAgency(actor: Actor): { agencyId: string; partnershipId: string } {
    const { agencyId, partnershipId } = actor;
    const isItsSystem = actor.kind === 'system' && couldEver(actor, 'read', 'AgencyRequest');
    const answers = isItsSystem || couldEver(actor, 'answer', 'AgencyRequest');
    if (!answers || agencyId === undefined || partnershipId === undefined)
      throw new CodedError(
        'AUTH.ROLE',
        403,
        'Only the staff and the systems of an agency that answers have a worklist.',
      );
    return { agencyId, partnershipId };
  }

  /** Requests, as `request`, that the actor may read. `null`: none. */
  requestFilter(actor: Actor, firstParam: number): SqlFilter | null {
    const access = caseAccessColumns('request.enquiry_id', this.clock.now());
    return sqlFilterFor(actor, 'read', 'AgencyRequest', { ...REQUEST_COLUMNS, ...access }, firstParam);
  }

  /** Whether this person may ask about an enquiry: whoever may not sees nothing of what was asked either. */
  private async isOpenTo(
    actor: PersonActor,
    { enquiryId, partnershipId }: Pick<EnquiryRow, 'enquiryId' | 'partnershipId'>,
  ): Promise<boolean> {
    const access = await this.cases.of(enquiryId);
    return can(actor, 'ask', { kind: 'Enquiry', id: enquiryId, partnershipId, ...access });
  }

  private async refuse(actor: Actor, action: string, type: string, id: string): Promise<never> {
    await this.audit.recordRead({
      actor,
      action,
      subject: { type, id },
      ...(type === 'Enquiry' && { enquiryId: id }),
      outcome: 'refused',
      reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED',
    });
    throw notFound(type);
  }
}
