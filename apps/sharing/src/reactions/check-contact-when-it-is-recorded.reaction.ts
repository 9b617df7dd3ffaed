import { AuditTrail } from '@mash/audit-client';
import { ContactFactsToCheck, ContactRecordedV1 } from '@mash/contracts';
import { Inbox, NotSeenYet, PassingFailure } from '@mash/messaging';
import { UnitOfWork } from '@mash/persistence';
import { Clock, ServiceClient, ServiceRefusal } from '@mash/service-host';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SYSTEM } from '../access/this-service';
import { ContactCheck } from '../contacts/contact-check';
import { OwnerHasNoContact } from '../contacts/owner-has-no-contact';
import { AcceptedEnvelopeRepository } from '../envelopes/accepted-envelope.repository';
import { EnvelopeRefusalRepository } from '../envelopes/envelope-refusal.repository';
import { EnquiryLife } from '../erasure/enquiry-life';
import { EnquiryRepository } from '../persistence/enquiry.repository';

/**
 * A concern is opened once when it has come in. One that does not open is never lost (its enquiry stands in the queue, and says that its words
 * cannot be read): information governance is told at once, before anybody needs them.
 */
@Controller()
export class CheckContactWhenItIsRecorded {
  static readonly consumerId = 'sharing.check-contact-when-it-is-recorded';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly audit: AuditTrail,
    private readonly services: ServiceClient,
    private readonly check: ContactCheck,
    private readonly enquiries: EnquiryRepository,
    private readonly life: EnquiryLife,
    private readonly accepted: AcceptedEnvelopeRepository,
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly clock: Clock,
  ) {}

  @EventPattern(ContactRecordedV1.type)
  async handle(@Payload() event: ContactRecordedV1): Promise<void> {
    const { contactId, enquiryId } = event.data;
    const { partnershipId } = event;
    if (await this.life.isOver(enquiryId)) return; // erased meanwhile: there is nothing left to check
    // Its key is bound in the transaction in which the enquiry is noted: before, nothing would open.
    const enquiry = await this.enquiries.find(enquiryId);
    if (enquiry === undefined) throw new NotSeenYet('KEYS_NOT_BOUND_YET');
    const contact = await this.contactOf(contactId);
    const checked = await this.check.of(contact, enquiry);
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.inbox.claim(tx, CheckContactWhenItIsRecorded.consumerId, event.id))) return;
      const reasonCode = 'reasonCode' in checked ? checked.reasonCode : undefined;
      if ('accepted' in checked && !(await this.accepted.add(tx, checked.accepted)))
        throw new PassingFailure('ENVELOPE_ID_TAKEN_MEANWHILE');
      if (reasonCode !== undefined) {
        const presented = { presentedBy: contact.author.id, presenterAgencyId: event.data.referrerAgencyId ?? null };
        const where = { partnershipId, enquiryId, place: 'contact', envelopeId: contactId } as const;
        await this.refusals.add(tx, { ...where, reasonCode, ...presented, at });
      }
      const subject = { type: 'Contact', id: contactId };
      const entry = { actor: SYSTEM, partnershipId, action: 'contact.check', subject, enquiryId };
      const outcome = reasonCode === undefined ? 'done' : 'refused';
      const because = reasonCode === undefined ? {} : { reasonCode };
      await this.audit.record(tx, { ...entry, outcome, ...because }, { evenIfUnsent: true });
    });
  }

  /** @throws OwnerHasNoContact: a dead letter at once, for a contact is there before it is announced */
  private async contactOf(contactId: string): Promise<ContactFactsToCheck> {
    const path = `/facts/contacts/${contactId}`;
    try {
      return await this.services.get('contact-intake', path, { schema: ContactFactsToCheck, scope: 'facts:read' });
    } catch (error) {
      if (error instanceof ServiceRefusal && error.status === 404) throw new OwnerHasNoContact(error);
      throw error;
    }
  }
}
