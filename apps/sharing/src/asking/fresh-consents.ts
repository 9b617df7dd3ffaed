import { PassingFailure } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ConsentRepository } from '../consent/consent.repository';
import type { EnquiryFacts } from './enquiry-facts';

/**
 * Facts are asked before a transaction and kept in it. In between somebody may have withdrawn: the lock and this look see to it that either
 * the decision reads the withdrawal, or the withdrawal finds the decision.
 */
@Injectable()
export class FreshConsents {
  constructor(private readonly consents: ConsentRepository) {}

  /** From here to the end of the transaction nobody states anything in this enquiry. @returns whether what was read still stands */
  async hold(
    tx: Tx,
    { enquiryId, consentVersion }: Pick<EnquiryFacts, 'enquiryId' | 'consentVersion'>,
  ): Promise<boolean> {
    await this.consents.lock(tx, enquiryId);
    return (await this.consents.version(tx, enquiryId)) === consentVersion;
  }

  /** @throws CodedError SHARING.FACTS_CHANGED (409) where consent changed since the facts were read: the person looks again */
  async requireOfPerson(tx: Tx, facts: Pick<EnquiryFacts, 'enquiryId' | 'consentVersion'>): Promise<void> {
    if (!(await this.hold(tx, facts)))
      throw conflict('SHARING.FACTS_CHANGED', 'Somebody has just said something about consent. Look again.');
  }

  /** @throws PassingFailure where consent changed since the facts were read: a reaction tries again */
  async require(tx: Tx, facts: Pick<EnquiryFacts, 'enquiryId' | 'consentVersion'>): Promise<void> {
    if (!(await this.hold(tx, facts))) throw new PassingFailure('CONSENT_CHANGED_MEANWHILE');
  }
}
