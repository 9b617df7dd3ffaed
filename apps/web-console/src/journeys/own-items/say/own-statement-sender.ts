import { Injectable } from '@nestjs/common';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryKeys } from '../../enquiry/shared';
import { StatementSealer, type ToSeal } from '../../releasing/statement-sealer';

/** Seals what an officer says of an item unasked, and sends it. The id is the form's: sent twice it is one statement. */
@Injectable()
export class OwnStatementSender {
  constructor(
    private readonly sharing: SharingClient,
    private readonly keys: EnquiryKeys,
    private readonly sealer: StatementSealer,
  ) {}

  async send(asker: Asker, person: SignedInPerson, statement: ToSeal): Promise<void> {
    const { enquiryId, itemId } = statement;
    const publicKey = await this.keys.publicKeyOf(asker, enquiryId, person.partnershipId);
    const sealed = await this.sealer.seal(person, statement, publicKey);
    await this.sharing.stateAboutItem(asker, { ...sealed, enquiryId, itemId });
  }
}
