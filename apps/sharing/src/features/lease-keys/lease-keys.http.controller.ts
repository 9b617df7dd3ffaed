import { KeyLease, KeyLeases, LeaseKeys } from '@mash/contracts';
import { can, couldEver, isInReach, type Actor } from '@mash/authorisation';
import { AuditsRefusals, AuditTrail } from '@mash/audit-client';
import { CaseAccessRepository } from '@mash/case-access';
import { CurrentActor, notFound, PeopleToo, RequiresScope, UuidParam } from '@mash/service-host';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { z } from 'zod';
import { KeyStore } from '../../keys/key-store';

class LeaseKeysBody extends createZodDto(LeaseKeys) {}
class Leases extends createZodDto(KeyLeases) {}
class Lease extends createZodDto(KeyLease) {}
class OfPartnership extends createZodDto(z.strictObject({ partnershipId: z.uuid() })) {}

/** Public keys in advance of need. What is leased is public: with it one can seal, never open. */
@AuditsRefusals('key.lease')
@Controller()
@RequiresScope('keys:lease')
export class LeaseKeysController {
  constructor(
    private readonly keyStore: KeyStore,
    private readonly cases: CaseAccessRepository,
    private readonly audit: AuditTrail,
  ) {}

  @Post('keys/leases')
  @HttpCode(200)
  @ZodResponse({ type: Leases, status: 200 })
  async lease(@CurrentActor() actor: Actor, @Body() { partnershipId, use, count }: LeaseKeysBody) {
    if (!isInReach(actor, partnershipId)) throw notFound('Partnership');
    return { leases: await this.keyStore.lease(partnershipId, use, count) };
  }

  @Get('keys/overflow')
  @ZodResponse({ type: Lease })
  async overflow(@CurrentActor() actor: Actor, @Query() { partnershipId }: OfPartnership) {
    if (!isInReach(actor, partnershipId)) throw notFound('Partnership');
    return this.keyStore.overflow(partnershipId);
  }

  /** The key that is bound to an enquiry, for sealing more to it; nobody learns by it of an enquiry that is closed to them. */
  @Get('enquiries/:enquiryId/key')
  @PeopleToo()
  @ZodResponse({ type: Lease })
  async bound(@CurrentActor() actor: Actor, @UuidParam('enquiryId') enquiryId: string) {
    const key = await this.keyStore.boundKey(enquiryId);
    if (key === undefined || !isInReach(actor, key.partnershipId)) throw notFound('EnquiryKey');
    if (!(await this.mayKnowOf(actor, enquiryId, key.partnershipId))) {
      const subject = { type: 'Enquiry', id: enquiryId };
      const entry = { actor, action: 'enquiry.read-key', subject, enquiryId, outcome: 'refused' } as const;
      await this.audit.recordRead({ ...entry, reasonCode: 'NOT_FOUND_OR_NOT_ALLOWED' });
      throw notFound('EnquiryKey');
    }
    return key.lease;
  }

  private async mayKnowOf(actor: Actor, enquiryId: string, partnershipId: string): Promise<boolean> {
    if (actor.kind !== 'person') return true;
    const access = await this.cases.of(enquiryId);
    if (access.conflicts.includes(actor.id)) return false;
    const isOfTheHub = couldEver(actor, 'read', 'Enquiry');
    return !isOfTheHub || can(actor, 'read', { kind: 'Enquiry', id: enquiryId, partnershipId, ...access });
  }
}
