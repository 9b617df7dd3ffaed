import { AuditTrail } from '@mash/audit-client';
import { authorise, isRefusal, type PersonActor } from '@mash/authorisation';
import { Injectable } from '@nestjs/common';

/** What is looked at, as it stands in the audit entry of the look. */
export interface Look {
  readonly action: string;
  readonly enquiryId?: string | undefined;
  readonly personIds?: readonly string[] | undefined;
}

/** Looking into the audit log is a look too: it is refused or logged before anything is shown. */
@Injectable()
export class AuditReader {
  constructor(private readonly auditTrail: AuditTrail) {}

  /**
   * Admits whoever may see their own partnership's log, by the rules of `@mash/authorisation`.
   * @throws Refusal that reads as if there were nothing; it is logged as well
   */
  async admit(actor: PersonActor, look: Look, ability: 'read' | 'export' = 'read'): Promise<void> {
    const entry = this.entryOf(actor, look);
    try {
      authorise(actor, ability, { kind: 'AuditEntry', id: entry.subject.id, partnershipId: actor.partnershipId });
    } catch (refusal) {
      const reason = isRefusal(refusal) ? { reasonCode: refusal.reasonCode } : {};
      await this.auditTrail.recordRead({ ...entry, outcome: 'refused', ...reason });
      throw refusal;
    }
  }

  /** Logs what is about to be shown. @throws AuditIsDown: then nothing may be shown */
  async logLook(actor: PersonActor, look: Look, counts?: Record<string, number>): Promise<void> {
    await this.auditTrail.recordRead({ ...this.entryOf(actor, look), outcome: 'shown', ...(counts && { counts }) });
  }

  private entryOf(actor: PersonActor, { action, enquiryId, personIds }: Look) {
    return {
      actor,
      action,
      subject: { type: 'AuditEntry', id: enquiryId ?? personIds?.[0] ?? actor.partnershipId },
      ...(enquiryId !== undefined && { enquiryId }),
      ...(personIds !== undefined && { personIds }),
    };
  }
}
