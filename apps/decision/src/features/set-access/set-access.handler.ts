import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { SetAccess } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, conflict, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { AccessAnnouncer } from '../announce-access/access-announcer';
import { sealedId } from '../../access/sealed-id';
import { AccessChangeRepository } from '../../persistence/access-change.repository';
import { AccessRepository } from '../../persistence/access.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';

/** A broken glass opens an enquiry for a while; it does not give it away. */
const onlyThoseNamed = (): CodedError =>
  new CodedError('ENQUIRY.RESTRICT_NOT_ALLOWED', 403, 'Only somebody who is named may change who sees this enquiry.');

const changedMeanwhile = (): CodedError =>
  conflict('ENQUIRY.ACCESS_CHANGED', 'Somebody has changed who may see this enquiry meanwhile.');

interface Lists {
  readonly restricted: boolean;
  readonly named: readonly string[];
  readonly conflicts: readonly string[];
}

/** Restricts an enquiry to named people of the hub, and keeps those in conflict out of it. Whoever sets it stays in. */
@Injectable()
export class SetAccessHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gate: EnquiryGate,
    private readonly enquiries: EnquiryRepository,
    private readonly access: AccessRepository,
    private readonly changes: AccessChangeRepository,
    private readonly announcer: AccessAnnouncer,
    private readonly standing: StandingKeeper,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Who may change it may read it too. @throws Refusal; ENQUIRY.RESTRICT_NOT_ALLOWED, audited */
  async admit(actor: PersonActor, enquiryId: string): Promise<EnquiryRecord> {
    const enquiry = await this.gate.admit(actor, 'restrict', enquiryId);
    if (!enquiry.restricted || (await this.gate.isNamed(actor, enquiryId))) return enquiry;
    const refusal = onlyThoseNamed();
    await this.gate.noteRefusal(actor, 'restrict', enquiry, refusal.code);
    throw refusal;
  }

  /** The same change sent twice is one. @throws as `admit`; SEAL.*; ENQUIRY.ACCESS_CHANGED (409) */
  async set(actor: PersonActor, enquiryId: string, change: SetAccess): Promise<void> {
    const { partnershipId } = await this.admit(actor, enquiryId);
    const { changeId, restricted, named, conflicts, sealedReason } = change;
    sealedId(sealedReason, { enquiryId, partnershipId, id: changeId }, { typ: 'note', authorId: actor.id });
    await this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      if (await this.changes.wasMade(tx, { changeId, enquiryId, by: actor.id })) return;
      if ((await this.access.versionOf(tx, enquiryId)) !== change.expectedVersion) throw changedMeanwhile();
      const lists = {
        restricted,
        named: restricted ? [...named, actor.id] : named,
        conflicts: conflicts.filter((id) => id !== actor.id),
      };
      const now = this.clock.now();
      await this.access.save(tx, enquiryId, actor.id, now, lists);
      await this.giveBackWhere(tx, enquiry, lists, now);
      await this.announcer.announce(tx, enquiry, now);
      const version = await this.access.versionOf(tx, enquiryId);
      const why = { changeId, enquiryId, version, restricted, changedBy: actor.id, changedAt: now };
      await this.changes.add(tx, why, sealedReason);
      const counts = { named: named.length, conflicts: conflicts.length };
      const subject = { type: 'Enquiry', id: enquiryId };
      await this.auditTrail.record(tx, {
        actor,
        action: 'enquiry.restrict',
        subject,
        enquiryId,
        outcome: 'done',
        counts,
      });
    });
  }

  /** Whoever has it and may not see it any more gives it back, or it would wait in a queue that nobody reads. */
  private async giveBackWhere(tx: Tx, { enquiryId, ownerId }: EnquiryRecord, lists: Lists, now: Date): Promise<void> {
    if (ownerId === undefined) return;
    const stays = !lists.conflicts.includes(ownerId) && (!lists.restricted || lists.named.includes(ownerId));
    if (stays) return;
    await this.enquiries.saveOwner(tx, enquiryId, undefined, now);
    await this.standing.refresh(tx, enquiryId);
  }
}
