import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { AgreementsInForce } from '../agreements/agreements-in-force';
import { ConsentRepository } from '../consent/consent.repository';
import { consentsOf, type EnquiryFacts } from './enquiry-facts';

declare const AS_THEY_STAND: unique symbol;

/** Facts on which a transaction decides: agreements and consent were read in it. Only `FactsAsTheyStand` makes them. */
export type FactsNow = EnquiryFacts & { readonly [AS_THEY_STAND]: true };

/**
 * What this service itself keeps, read anew in the transaction that decides: since the facts were gathered envelopes were fetched and opened, and
 * others waited for. Whoever opens holds consent as it is from its claim on (`Ledger.claim`), so that it stands until they commit; agreements can be
 * stopped at any moment, and are read after whatever takes long.
 */
@Injectable()
export class FactsAsTheyStand {
  constructor(
    private readonly agreements: AgreementsInForce,
    private readonly consents: ConsentRepository,
  ) {}

  async of(tx: Tx, facts: EnquiryFacts): Promise<FactsNow> {
    const { enquiryId, partnershipId, consentVersion, intake } = facts;
    const agreements = await this.agreements.of(partnershipId, tx);
    const isAsRead = (await this.consents.version(tx, enquiryId)) === consentVersion;
    const consents = isAsRead ? {} : consentsOf(intake, await this.consents.ofEnquiry(enquiryId, tx));
    return { ...facts, agreements, ...consents } as FactsNow;
  }
}
