import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type ActionOn, type PersonActor } from '@mash/authorisation';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { BrokenGlassRepository, type GlassOfEnquiry } from '../persistence/broken-glass.repository';

/** A broken glass as the policies read it. */
export const glassSubject = ({ glassId, partnershipId, accountId }: GlassOfEnquiry) =>
  ({ kind: 'BrokenGlass', id: glassId, partnershipId, accountId }) as const;

/** Lets a person at one broken glass. Every refusal is in the audit log. */
@Injectable()
export class GlassGate {
  constructor(
    private readonly glass: BrokenGlassRepository,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** @throws Refusal, CodedError BROKEN_GLASS.NOT_FOUND */
  async admit(actor: PersonActor, act: ActionOn<'BrokenGlass'>, glassId: string): Promise<GlassOfEnquiry> {
    const glass = await this.glass.find(glassId);
    if (glass === undefined) throw notFound('BrokenGlass');
    try {
      authorise(actor, act, glassSubject(glass));
    } catch (refusal) {
      if (isRefusal(refusal)) {
        const subject = { type: 'BrokenGlass', id: glassId };
        const entry = { actor, action: `broken-glass.${act}`, subject, enquiryId: glass.enquiryId } as const;
        await this.auditTrail.recordRead({ ...entry, outcome: 'refused', reasonCode: refusal.reasonCode });
      }
      throw refusal;
    }
    return glass;
  }
}
