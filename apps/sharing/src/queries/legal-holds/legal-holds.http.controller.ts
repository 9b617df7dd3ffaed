import { AuditTrail } from '@mash/audit-client';
import { can, type PersonActor } from '@mash/authorisation';
import { LegalHold, LegalHolds } from '@mash/contracts';
import { CurrentPerson, notFound, UuidParam } from '@mash/service-host';
import { Controller, Get } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { GovernanceGate } from '../../governance/governance-gate';
import { WrittenReason } from '../../governance/written-reason';
import { LegalHoldRepository, type LegalHoldRow } from '../../legal-holds/legal-hold.repository';
import { legalHoldView } from './legal-hold-view';

class LegalHoldsBody extends createZodDto(LegalHolds) {}
class LegalHoldBody extends createZodDto(LegalHold) {}

/** What may not be erased, since when, at whose request. */
@Controller('legal-holds')
export class LegalHoldsController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly holds: LegalHoldRepository,
    private readonly reason: WrittenReason,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @ZodResponse({ type: LegalHoldsBody })
  async list(@CurrentPerson() actor: PersonActor) {
    const { partnershipId } = actor;
    const all = { kind: 'LegalHold', id: partnershipId, partnershipId, standing: true } as const;
    await this.gate.admit(actor, 'read', all, { action: 'legal-hold.list' });
    const rows = await this.holds.list(partnershipId);
    const subject = { type: 'LegalHold', id: partnershipId };
    const counts = { holds: rows.length };
    await this.audit.recordRead({ actor, action: 'legal-hold.list', subject, outcome: 'shown', counts });
    return { holds: rows.map((row) => legalHoldView(row)) };
  }

  @Get(':holdId')
  @ZodResponse({ type: LegalHoldBody })
  async show(@CurrentPerson() actor: PersonActor, @UuidParam('holdId') holdId: string) {
    const row = await this.holds.find(holdId);
    if (row === undefined) throw notFound('LegalHold');
    const { partnershipId, enquiryId } = row;
    const subject = { kind: 'LegalHold', id: holdId, partnershipId, standing: row.liftedAt === null } as const;
    await this.gate.admit(actor, 'read', subject, { action: 'legal-hold.read', enquiryId });
    const view = legalHoldView(row, can(actor, 'place', subject) ? await this.reasonsOf(row) : {});
    const about = { type: 'LegalHold', id: holdId };
    await this.audit.recordRead({ actor, action: 'legal-hold.read', subject: about, enquiryId, outcome: 'shown' });
    return view;
  }

  private async reasonsOf(row: LegalHoldRow) {
    const { partnershipId, enquiryId, holdId: noteId, liftedBy, liftKid, liftEnvelope } = row;
    const place = { partnershipId, enquiryId, noteId };
    const placed = await this.reason.read({ ...place, authorId: row.placedBy, version: 1 }, row);
    if (liftedBy === null || liftKid === null || liftEnvelope === null) return { placed };
    const sealed = { kid: liftKid, envelope: liftEnvelope };
    return { placed, lifted: await this.reason.read({ ...place, authorId: liftedBy, version: 2 }, sealed) };
  }
}
