import type { Actor, SystemActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import type { ContactReceipt, RecordContact } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import type { Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { requireAcceptable } from '../../domain/contact';
import { IntakeRefusal } from '../../domain/intake-refusal';
import { receiptOf } from '../../persistence/contact.record';
import { ConsentRepository } from '../../persistence/consent.repository';
import { ContactRepository } from '../../persistence/contact.repository';
import { IdempotencyRepository } from '../../persistence/idempotency.repository';
import { authorshipOf } from './authorship-of';
import { bodyHash } from './body-hash';
import { ContactAnnouncer } from './contact-announcer';
import { ContactKeeper } from './contact-keeper';
import { contactOf } from './contact-of';
import { ReceiptSender } from './receipt-sender';
import { SealedByASystem } from './sealed-by-a-system';
import type { RecordContactCommand } from './record-contact.command';

export interface Recorded {
  readonly receipt: ContactReceipt;
  /** False where the same contact had been sent before under the same key. */
  readonly isNew: boolean;
}

const taken = (): IntakeRefusal =>
  new IntakeRefusal('conflict', 'INTAKE.CONTACT_EXISTS', 'A contact with this id was kept already, under another key.');

const statementTaken = (): IntakeRefusal =>
  new IntakeRefusal('conflict', 'INTAKE.STATEMENT_EXISTS', 'A statement about consent with this id was kept already.');

/** Keeps a contact with all that belongs to it, or nothing of it. */
@Injectable()
export class RecordContactHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IntakeAccess,
    private readonly sealedByASystem: SealedByASystem,
    private readonly idempotency: IdempotencyRepository,
    private readonly contacts: ContactRepository,
    private readonly consents: ConsentRepository,
    private readonly keeper: ContactKeeper,
    private readonly announcer: ContactAnnouncer,
    private readonly receipts: ReceiptSender,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ contact: sent, idempotencyKey, actor }: RecordContactCommand): Promise<Recorded> {
    const partnershipId = this.access.requireMayRecord(actor, sent.contactId);
    const takesCalls = this.access.mayTakeCalls(actor);
    const key = { partnershipId, authorId: actor.id, key: idempotencyKey };
    const hash = bodyHash(sent);
    const keeping = this.unitOfWork.run(async (tx) => {
      const used = await this.idempotency.claim(tx, key);
      if (used !== undefined) return { receipt: await this.receiptAgain(tx, used, hash), isNew: false };

      const now = this.clock.now();
      if (actor.kind === 'system') await this.sealedByASystem.requireFit(sent, partnershipId);
      requireAcceptable(sent, { now, mayStateReceivedAt: takesCalls });
      await this.requireRoom(tx, sent, actor);
      const contact = contactOf(sent, { actor, partnershipId, authorship: authorshipOf(actor, takesCalls) }, now);
      const news = await this.keeper.keep(tx, contact, sent);
      await this.idempotency.keep(tx, key, { bodyHash: hash, contactId: contact.contactId }, now);
      await this.announcer.announce(tx, news, actor);
      await this.receipts.send(tx, contact, actor);
      const { contactId, enquiryId } = contact;
      const entry = {
        actor,
        action: 'contact.record',
        subject: { type: 'Contact', id: contactId },
        enquiryId,
        partnershipId,
      };
      // A concern is taken in even while earlier entries wait to be sent: its own entry is kept with it all the same.
      await this.audit.record(tx, { ...entry, outcome: 'done' }, { evenIfUnsent: true });
      return { receipt: receiptOf(contact), isNew: true };
    });
    return actor.kind === 'system' ? keeping.catch(this.noteRefused(actor, sent.contactId)) : keeping;
  }

  /** Nobody sits at a system's screen: what it is refused is on record. */
  private noteRefused(actor: SystemActor, contactId: string) {
    return async (error: unknown): Promise<never> => {
      if (error instanceof IntakeRefusal) {
        const entry = { actor, action: 'contact.record', subject: { type: 'Contact', id: contactId } };
        await this.audit.recordRead({ ...entry, outcome: 'refused', reasonCode: error.code });
      }
      throw error;
    };
  }

  /** The receipt of the first time. The same key with another body is a mistake that must show. */
  private async receiptAgain(
    tx: Tx,
    used: { bodyHash: string; contactId: string },
    hash: string,
  ): Promise<ContactReceipt> {
    const contact = await this.contacts.byId(used.contactId, tx);
    if (used.bodyHash === hash && contact !== undefined) return receiptOf(contact);
    throw new IntakeRefusal(
      'conflict',
      'INTAKE.IDEMPOTENCY_CONFLICT',
      'This Idempotency-Key came with another contact before.',
    );
  }

  private async requireRoom(tx: Tx, sent: RecordContact, actor: Actor): Promise<void> {
    if ((await this.contacts.claimId(tx, sent.contactId)) !== undefined) throw taken();
    const statementIds = sent.consents.flatMap(({ statementId }) => statementId ?? []);
    if (await this.consents.isTaken(tx, statementIds)) throw statementTaken();
    if (sent.linkedContactId === undefined) return;
    const linked = await this.contacts.byId(sent.linkedContactId, tx);
    if (linked !== undefined && (await this.access.mayReadContact(actor, linked, tx))) return;
    const fault = { field: 'linkedContactId', code: 'INTAKE.NO_SUCH_CONTACT', message: 'There is no such contact' };
    throw new IntakeRefusal('invalid', fault.code, 'The contact that this adds to does not exist.', [fault]);
  }
}
