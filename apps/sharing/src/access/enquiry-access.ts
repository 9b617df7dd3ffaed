import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, type PersonActor, type Subject } from '@mash/authorisation';
import { CaseAccessRepository, type CaseAccess } from '@mash/case-access';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';

/** Which enquiries a person may look into here, by what `decision` said last of who is named or kept out. What opens words asks it each time. */
@Injectable()
export class EnquiryAccess {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly cases: CaseAccessRepository,
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
    if (enquiry && can(actor, needs, enquirySubject(enquiry, await this.cases.of(enquiryId)))) return enquiry;
    return this.refuse(actor, action, enquiryId);
  }

  /** The hub, and information governance: decisions are codes, no content. */
  async forReasons(actor: PersonActor, enquiryId: string, action: string): Promise<EnquiryRow> {
    const enquiry = await this.enquiries.find(enquiryId);
    const subject = enquiry && decisionSubject(enquiry, await this.cases.of(enquiryId));
    if (enquiry && subject && can(actor, 'read', subject)) return enquiry;
    return this.refuse(actor, action, enquiryId);
  }

  /** Of records of several enquiries, those whose enquiry this person of the hub may read. */
  async ofThoseOpen<Row extends About>(actor: PersonActor, rows: readonly Row[]): Promise<Row[]> {
    const access = await this.cases.ofAll(rows.map(({ enquiryId }) => enquiryId));
    return rows.filter((row) => can(actor, 'read', enquirySubject(row, access.get(row.enquiryId) ?? openToTheHub)));
  }

  private async refuse(actor: PersonActor, action: string, enquiryId: string): Promise<never> {
    const subject = { type: 'Enquiry', id: enquiryId };
    const entry = { actor, action, subject, enquiryId, outcome: 'refused' } as const;
    await this.audit.recordRead({ ...entry, reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
    throw notFound('Enquiry');
  }
}

type About = Pick<EnquiryRow, 'enquiryId' | 'partnershipId'>;

const enquirySubject = (
  { enquiryId, partnershipId }: About,
  access: CaseAccess,
): Subject<'Enquiry'> & { kind: 'Enquiry' } => ({
  kind: 'Enquiry',
  id: enquiryId,
  partnershipId,
  ...access,
});

const decisionSubject = ({ enquiryId, partnershipId }: About, access: CaseAccess): Subject<'SharingDecision'> => ({
  kind: 'SharingDecision',
  id: enquiryId,
  partnershipId,
  ...access,
  holderAgencyId: '',
});
