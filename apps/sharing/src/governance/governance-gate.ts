import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type ActionOn, type PersonActor, type Subject } from '@mash/authorisation';
import { Injectable } from '@nestjs/common';

type Kind = 'Breach' | 'Erasure' | 'LegalHold' | 'RecallNotice' | 'RowCheck' | 'VolumeAlarm';

/** Lets a person at a hold, an erasure, a breach, a notice of recall, a check of rows or unusual looking by the policies. Every refusal is audited; what one may not know of reads as not found. */
@Injectable()
export class GovernanceGate {
  constructor(private readonly audit: AuditTrail) {}

  /** @throws Refusal 403 or 404, audited */
  async admit<K extends Kind>(
    actor: PersonActor,
    act: ActionOn<K>,
    subject: Subject<K> & { kind: K },
    its: { action: string; enquiryId?: string },
  ): Promise<void> {
    try {
      authorise(actor, act, subject);
    } catch (refusal) {
      if (isRefusal(refusal)) await this.note(actor, subject, its, refusal.reasonCode);
      throw refusal;
    }
  }

  /** The entry of something refused by rule and not by role: a hold that stands, the same person twice. */
  async note(
    actor: PersonActor,
    { kind, id }: { kind: string; id: string },
    { action, enquiryId }: { action: string; enquiryId?: string },
    reasonCode: string,
  ): Promise<void> {
    const entry = { actor, action, subject: { type: kind, id }, ...(enquiryId !== undefined && { enquiryId }) };
    await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode });
  }
}
