import { AuditTrail } from '@mash/audit-client';
import { authorise, can, isRefusal, type ActionOn, type PersonActor } from '@mash/authorisation';
import { conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import type { Look, Looker } from '../domain/look';
import { lookOf } from '../domain/look-of';
import { AccessRepository } from '../persistence/access.repository';
import type { EnquiryRecord } from '../persistence/enquiry.record';
import { EnquiryRepository } from '../persistence/enquiry.repository';

/** Who was asked, told or given the case may put a disagreement on record, as the hub may. */
const MAY_DISSENT: readonly Look['audience'][] = [
  'hub_analyst',
  'hub_manager',
  'agency',
  'police',
  'rep_joint',
  'team_sc',
  'team_eh',
];

/** There is no glass between this enquiry and whoever asks. */
export const openToYou = (): Error => conflict('ENQUIRY.OPEN_TO_YOU', 'This enquiry is open to you already.');

/** Lets a person at one enquiry, for one act. What they may not know of reads as not found; every refusal is in the audit log. */
@Injectable()
export class EnquiryGate {
  constructor(
    private readonly enquiries: EnquiryRepository,
    private readonly access: AccessRepository,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** @throws Refusal, CodedError ENQUIRY.NOT_FOUND */
  async admit(actor: PersonActor, act: ActionOn<'Enquiry'>, enquiryId: string): Promise<EnquiryRecord> {
    return this.admitTo(actor, act, await this.enquiries.find(enquiryId));
  }

  /** @throws Refusal, CodedError ENQUIRY.NOT_FOUND */
  async admitByReference(actor: PersonActor, reference: string): Promise<EnquiryRecord> {
    return this.admitTo(actor, 'read', await this.enquiries.byReference(actor.partnershipId, reference));
  }

  /**
   * By the reference alone: one that is none and one that is closed to them for good read the same, and both are in the audit log.
   * @throws Refusal, CodedError ENQUIRY.NOT_FOUND; ENQUIRY.OPEN_TO_YOU (409) where there is no glass
   */
  async admitToBreakGlass(actor: PersonActor, reference: string): Promise<EnquiryRecord> {
    const enquiry = await this.enquiries.byReference(actor.partnershipId, reference);
    if (enquiry === undefined) {
      const subject = { type: 'EnquiryReference', id: reference };
      const entry = { actor, action: 'enquiry.break-glass', subject, outcome: 'refused' } as const;
      await this.auditTrail.recordRead({ ...entry, reasonCode: 'ENQUIRY.NOT_FOUND' });
      throw notFound('Enquiry');
    }
    const attributes = await this.access.caseAttributesOf(enquiry);
    if (!enquiry.restricted && can(actor, 'read', { kind: 'Enquiry', ...attributes })) {
      await this.noteRefusal(actor, 'break-glass', enquiry, 'ENQUIRY.OPEN_TO_YOU');
      throw openToYou();
    }
    return this.admitTo(actor, 'break-glass', enquiry);
  }

  /** Disagreeing is open to agencies too, which may see nothing else of the enquiry here. @throws CodedError ENQUIRY.NOT_FOUND */
  async admitDissenter(actor: PersonActor, enquiryId: string): Promise<EnquiryRecord> {
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry === undefined) throw notFound('Enquiry');
    const { access, audience } = await this.lookOf(actor, enquiry);
    if (access !== 'none' && access !== 'conflict' && MAY_DISSENT.includes(audience)) return enquiry;
    await this.noteRefusal(actor, 'dissent', enquiry, 'ENQUIRY.NOT_FOUND');
    throw notFound('Enquiry');
  }

  /** Whether somebody named them, which a broken glass does not. */
  async isNamed(actor: PersonActor, enquiryId: string): Promise<boolean> {
    return this.access.isNamed(enquiryId, actor.id);
  }

  /** Access and audience of one person, worked out from records. */
  async lookOf(looker: Looker, enquiry: EnquiryRecord): Promise<Look> {
    return lookOf(looker, await this.access.tiesOf(looker, enquiry));
  }

  private async admitTo(
    actor: PersonActor,
    act: ActionOn<'Enquiry'>,
    enquiry: EnquiryRecord | undefined,
  ): Promise<EnquiryRecord> {
    if (enquiry === undefined) throw notFound('Enquiry');
    const subject = { kind: 'Enquiry', ...(await this.access.caseAttributesOf(enquiry)) } as const;
    try {
      authorise(actor, act, subject);
    } catch (refusal) {
      if (isRefusal(refusal)) await this.noteRefusal(actor, act, enquiry, refusal.code);
      throw refusal;
    }
    return enquiry;
  }

  async noteRefusal(actor: PersonActor, act: string, enquiry: EnquiryRecord, reasonCode: string): Promise<void> {
    const { enquiryId, partnershipId } = enquiry;
    const subject = { type: 'Enquiry', id: enquiryId };
    const entry = { actor, action: `enquiry.${act}`, subject, enquiryId, partnershipId, outcome: 'refused' } as const;
    await this.auditTrail.recordRead({ ...entry, reasonCode });
  }
}
