import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { GovernedEnquiry } from '@mash/contracts';
import { CurrentPerson, notFound } from '@mash/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { ErasureGuard } from '../../erasure/erasure-guard';
import { ErasureRepository } from '../../erasure/erasure.repository';
import { GovernanceGate } from '../../governance/governance-gate';
import { GovernedEnquiryFinder } from '../../governance/governed-enquiry-finder';
import { LegalHoldRepository } from '../../legal-holds/legal-hold.repository';
import { erasureView } from '../erasures/erasure-view';
import { legalHoldView } from '../legal-holds/legal-hold-view';

class GovernedEnquiryBody extends createZodDto(GovernedEnquiry) {}
class Named extends createZodDto(z.strictObject({ named: z.string().min(1).max(40) })) {}

const ACTION = 'governed-enquiry.read';

/** What there is to know of an enquiry before it is held or erased: ids, codes, times. No content, no people. */
@Controller('governed-enquiries/:named')
export class GovernedEnquiriesController {
  constructor(
    private readonly gate: GovernanceGate,
    private readonly enquiries: GovernedEnquiryFinder,
    private readonly erasures: ErasureRepository,
    private readonly holds: LegalHoldRepository,
    private readonly guard: ErasureGuard,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @ZodResponse({ type: GovernedEnquiryBody })
  async show(@CurrentPerson() actor: PersonActor, @Param() { named }: Named) {
    const { partnershipId } = actor;
    const subject = { kind: 'LegalHold', id: named, partnershipId, standing: false } as const;
    await this.gate.admit(actor, 'read', subject, { action: ACTION });
    const enquiry = await this.enquiries.named(actor, named);
    if (enquiry === undefined) throw notFound('Enquiry');
    const { enquiryId, enquiryReference } = enquiry;
    const [erasures, holds] = await Promise.all([this.erasures.ofEnquiry(enquiryId), this.holds.ofEnquiry(enquiryId)]);
    const erased = erasures.some(({ state }) => state === 'erased');
    // Shown where it can be told; an erasure asks again, and is refused where it cannot.
    const closed = erased ? true : await this.guard.isClosed(enquiryId).catch(() => undefined);
    const about = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({ actor, action: ACTION, subject: about, enquiryId, outcome: 'shown' });
    return {
      ...{ enquiryId, enquiryReference, recordedAt: enquiry.recordedAt.toISOString(), erased },
      ...(closed !== undefined && { closed }),
      holds: holds.map((hold) => legalHoldView(hold)),
      erasures: erasures.map((erasure) => erasureView(erasure)),
    };
  }
}
