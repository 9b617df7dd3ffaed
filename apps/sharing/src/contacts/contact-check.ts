import type { ContactFactsToCheck, EnvelopeToOpen } from '@mash/contracts';
import { PassingFailure } from '@mash/messaging';
import { Clock, CodedError } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import {
  AcceptedEnvelopeRepository,
  ENVELOPE_ID_TAKEN,
  sha256Of,
  type AcceptedEnvelope,
} from '../envelopes/accepted-envelope.repository';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { EnvelopeOpener } from '../releases/envelope-opener';

export type CheckedContact = { readonly accepted: AcceptedEnvelope } | { readonly reasonCode: string };

/** Opens a concern when it has come in, and finds out whether its sender sealed it for this contact. Nothing of its inside is kept. */
@Injectable()
export class ContactCheck {
  constructor(
    private readonly opener: EnvelopeOpener,
    private readonly known: AcceptedEnvelopeRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws PassingFailure where no key can be unwrapped at the moment */
  async of({ contactId, author, sealed }: ContactFactsToCheck, enquiry: EnquiryRow): Promise<CheckedContact> {
    const row: EnvelopeToOpen = { typ: 'contact', envelopeId: contactId, version: 1, contactId, sealed };
    const arrival = { receivedAt: this.clock.now(), sealedBy: author };
    const [tried] = await this.opener.openAll([row], enquiry, arrival).catch((error: unknown) => {
      if (error instanceof CodedError) throw new PassingFailure('KEYS_NOT_AT_HAND', { cause: error });
      throw error;
    });
    if (tried === undefined || tried.kind === 'refused') return { reasonCode: tried?.code ?? 'SEAL.MALFORMED' };
    const { partnershipId, enquiryId } = enquiry;
    const { signerKid } = tried;
    const accepted: AcceptedEnvelope = {
      ...{ envelopeId: contactId, partnershipId, enquiryId, typ: 'contact', aboutId: contactId, personId: null },
      ...{ sha256: sha256Of(sealed.envelope), signerKid, receivedAt: arrival.receivedAt },
    };
    return (await this.known.isTaken(accepted)) ? { reasonCode: ENVELOPE_ID_TAKEN } : { accepted };
  }
}
