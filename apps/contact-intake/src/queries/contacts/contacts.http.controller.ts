import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import { ContactDetail, ContactList } from '@mash/contracts';
import { CurrentPerson, UuidParam } from '@mash/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { IntakeAccess } from '../../access/intake-access';
import { AcknowledgementRepository } from '../../persistence/acknowledgement.repository';
import { ContactRepository } from '../../persistence/contact.repository';
import { summaryOf } from './contact.view';
import { ReadContact } from './read-contact';

class ContactDetailAnswer extends createZodDto(ContactDetail) {}
class ContactListAnswer extends createZodDto(ContactList) {}

@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly readContact: ReadContact,
    private readonly access: IntakeAccess,
    private readonly audit: AuditTrail,
  ) {}

  /** A referrer's own contacts, or for the front door all of the partnership's; newest first, 200 at most. */
  @Get('contacts')
  @ZodResponse({ type: ContactListAnswer })
  async list(@CurrentPerson() actor: PersonActor) {
    const filter = this.access.contactFilter(actor);
    const contacts = filter === null ? [] : await this.contacts.list(filter);
    const told = await this.acknowledgements.of(contacts.map(({ contactId }) => contactId));
    const subject = { type: 'Contact', id: actor.id };
    const counts = { contacts: contacts.length };
    await this.audit.recordRead({ actor, action: 'contact.list', subject, outcome: 'shown', counts });
    const isHub = this.access.mayReadPeople(actor);
    return { contacts: contacts.map((one) => summaryOf(one, told, isHub)) };
  }

  /** One contact by the reference that its sender was given. */
  @Get('contacts/:reference')
  @ZodResponse({ type: ContactDetailAnswer })
  async byReference(@Param('reference') reference: string, @CurrentPerson() actor: PersonActor) {
    return this.readContact.execute(actor, await this.contacts.byReference(reference));
  }

  /** The contact that an enquiry is about. */
  @Get('enquiries/:enquiryId/contact')
  @ZodResponse({ type: ContactDetailAnswer })
  async byEnquiry(@UuidParam('enquiryId') enquiryId: string, @CurrentPerson() actor: PersonActor) {
    return this.readContact.execute(actor, await this.contacts.byEnquiry(enquiryId));
  }
}
