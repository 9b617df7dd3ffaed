import type { PersonActor } from '@mash/authorisation';
import { AuditTrail } from '@mash/audit-client';
import type { ContactDetail } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { IntakeAccess } from '../../access/intake-access';
import { AcknowledgementRepository } from '../../persistence/acknowledgement.repository';
import { CallerRepository } from '../../persistence/caller.repository';
import { ConsentRepository } from '../../persistence/consent.repository';
import type { ContactRecord } from '../../persistence/contact.record';
import { RosterRepository } from '../../persistence/roster.repository';
import { PlaceProtection } from '../../rosters/place-protection';
import { detailOf, saidWithoutSecrets } from './contact.view';

/** One contact as this reader may see it: sealed words for whoever may read it; people, consents and who told for the hub alone. */
@Injectable()
export class ReadContact {
  constructor(
    private readonly access: IntakeAccess,
    private readonly acknowledgements: AcknowledgementRepository,
    private readonly callers: CallerRepository,
    private readonly rosters: RosterRepository,
    private readonly consents: ConsentRepository,
    private readonly places: PlaceProtection,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws "not found" where there is no such contact, or the actor may not know of it. */
  async execute(actor: PersonActor, found: ContactRecord | undefined): Promise<ContactDetail> {
    const contact = await this.access.requireContact(actor, found);
    const { contactId, enquiryId } = contact;
    const isHub = this.access.mayReadPeople(actor);
    const told = await this.acknowledgements.of([contactId]);
    const [people, sealedCaller] = isHub
      ? await Promise.all([this.peopleOf(enquiryId), this.callers.of(contactId)])
      : [];
    const subject = { type: 'Contact', id: contactId };
    const action = isHub ? 'contact.read-with-people' : 'contact.read';
    await this.audit.recordRead({ actor, action, subject, enquiryId, outcome: 'shown' });
    return { ...detailOf(contact, told, isHub), ...people, ...(sealedCaller && { sealedCaller }) };
  }

  private async peopleOf(enquiryId: string): Promise<Pick<ContactDetail, 'people' | 'consents'>> {
    const [roster, consents] = await Promise.all([this.rosters.get(enquiryId), this.consents.of(enquiryId)]);
    if (roster === undefined) return { people: [], consents };
    const persons = await this.places.personsOf(undefined, roster);
    const mentioned = roster.mentions.filter(({ origin }) => origin === 'contact');
    return { people: mentioned.map(saidWithoutSecrets(roster, persons)), consents };
  }
}
