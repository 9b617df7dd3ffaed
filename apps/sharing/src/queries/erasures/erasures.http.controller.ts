import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { Erasure, Erasures } from '@mash/contracts';
import { CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { ErasureRepository, type ErasureRow } from '../../erasure/erasure.repository';
import { erasureSubject } from '../../erasure/erasure-subject';
import { GovernanceGate } from '../../governance/governance-gate';
import { WrittenReason } from '../../governance/written-reason';
import { LegalHoldRepository } from '../../legal-holds/legal-hold.repository';
import { erasureView } from './erasure-view';

class ErasuresBody extends createZodDto(Erasures) {}
class ErasureBody extends createZodDto(Erasure) {}

/** What waits for a second person, what was erased, and which service has not done its part. */
@Controller('erasures')
export class ErasuresController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly enquiries: EnquiryAccess,
    private readonly erasures: ErasureRepository,
    private readonly holds: LegalHoldRepository,
    private readonly reason: WrittenReason,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @ZodResponse({ type: ErasuresBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const all = { erasureId: partnershipId, partnershipId, requestedBy: '', state: 'none' } as const;
    await this.gate.admit(actor, 'read', erasureSubject(all), { action: 'erasure.list' });
    const rows = await this.openOnes(actor, await this.erasures.list(partnershipId));
    const erasures = await Promise.all(rows.map(async (row) => erasureView(row, await this.standingOf(row))));
    const subject = { type: 'Erasure', id: partnershipId };
    const counts = { erasures: rows.length };
    await this.audit.recordRead({ actor, action: 'erasure.list', subject, outcome: 'shown', counts });
    return { erasures };
  }

  /** With its reason, for those who may be the second person; it is gone once the keys are. */
  @Get(':erasureId')
  @ZodResponse({ type: ErasureBody })
  async show(@CurrentPerson() actor: PersonActor, @UuidParam('erasureId') erasureId: string) {
    const row = await this.erasures.find(erasureId);
    if (row === undefined) throw notFound('Erasure');
    const { enquiryId } = row;
    await this.gate.admit(actor, 'read', erasureSubject(row), { action: 'erasure.read', enquiryId });
    if ((await this.openOnes(actor, [row])).length === 0) return this.refuse(actor, row);
    const mayReadWhy = can(actor, 'confirm', erasureSubject({ ...row, state: 'requested', requestedBy: '' }));
    const reason = mayReadWhy ? await this.reasonOf(row) : undefined;
    const view = erasureView(row, { ...(await this.standingOf(row)), ...(reason && { reason }) });
    const subject = { type: 'Erasure', id: erasureId };
    await this.audit.recordRead({ actor, action: 'erasure.read', subject, enquiryId, outcome: 'shown' });
    return view;
  }

  /** Those who oversee see them all; a hub manager, as the second person, only those of enquiries that are open to them. */
  private openOnes(actor: PersonActor, rows: readonly ErasureRow[]): Promise<ErasureRow[]> {
    const oversees = actor.roles.some((role) => role === 'ig-officer' || role === 'auditor');
    return oversees ? Promise.resolve([...rows]) : this.enquiries.ofThoseOpen(actor, rows);
  }

  private async refuse(actor: PersonActor, { erasureId, enquiryId }: ErasureRow): Promise<never> {
    const about = { kind: 'Erasure', id: erasureId };
    await this.gate.note(actor, about, { action: 'erasure.read', enquiryId }, 'NOT_FOUND_OR_NOT_ALLOWED');
    throw notFound('Erasure');
  }

  private async standingOf({ erasureId, enquiryId, state }: ErasureRow) {
    if (state === 'erased') return { parts: await this.erasures.partsOf(erasureId) };
    return state === 'requested' ? { heldBy: await this.holds.standingOn(enquiryId) } : {};
  }

  private reasonOf({ partnershipId, enquiryId, erasureId, requestedBy, kid, envelope }: ErasureRow) {
    const place = { partnershipId, enquiryId, noteId: erasureId, authorId: requestedBy, version: 1 };
    return this.reason.read(place, { kid, envelope });
  }
}
