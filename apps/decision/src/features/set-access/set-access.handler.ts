import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock, CodedError, notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryGate } from '../../access/enquiry-gate';
import { AccessAnnouncer } from '../announce-access/access-announcer';
import { AccessRepository } from '../../persistence/access.repository';
import type { EnquiryRecord } from '../../persistence/enquiry.record';
import { EnquiryRepository } from '../../persistence/enquiry.repository';
import { StandingKeeper } from '../../persistence/standing.keeper';
import type { SetAccess } from './set-access.body';

/** A broken glass opens an enquiry for a while; it does not give it away. */
const onlyThoseNamed = (): CodedError =>
  new CodedError('ENQUIRY.RESTRICT_NOT_ALLOWED', 403, 'Only somebody who is named may change who sees this enquiry.');

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
    private readonly announcer: AccessAnnouncer,
    private readonly standing: StandingKeeper,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async set(actor: PersonActor, enquiryId: string, { restricted, named, conflicts }: SetAccess): Promise<void> {
    const { restricted: isShut } = await this.gate.admit(actor, 'restrict', enquiryId);
    if (isShut && !(await this.gate.isNamed(actor, enquiryId))) throw onlyThoseNamed();
    await this.unitOfWork.run(async (tx) => {
      const enquiry = await this.enquiries.getForUpdate(tx, enquiryId);
      if (enquiry === undefined) throw notFound('Enquiry');
      const lists = {
        restricted,
        named: restricted ? [...named, actor.id] : named,
        conflicts: conflicts.filter((id) => id !== actor.id),
      };
      const now = this.clock.now();
      await this.access.save(tx, enquiryId, actor.id, now, lists);
      await this.giveBackWhere(tx, enquiry, lists, now);
      await this.announcer.announce(tx, enquiry, now);
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
