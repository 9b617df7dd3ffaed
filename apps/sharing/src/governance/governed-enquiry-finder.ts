import type { PersonActor } from '@mash/authorisation';
import { Id } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { EnquiryRepository, type EnquiryRow } from '../persistence/enquiry.repository';

/** Enquiries as information governance finds them: by id or reference, in their own partnership, erased ones too. Never by name. */
@Injectable()
export class GovernedEnquiryFinder {
  constructor(private readonly enquiries: EnquiryRepository) {}

  async find(actor: PersonActor, enquiryId: string): Promise<EnquiryRow | undefined> {
    const enquiry = await this.enquiries.findEvenErased(enquiryId);
    return enquiry?.partnershipId === actor.partnershipId ? enquiry : undefined;
  }

  /** @param named an id, or a reference such as E-7K2Q4X9 */
  named(actor: PersonActor, named: string): Promise<EnquiryRow | undefined> {
    return Id.safeParse(named).success
      ? this.find(actor, named)
      : this.enquiries.byReference(actor.partnershipId, named.toUpperCase());
  }
}
