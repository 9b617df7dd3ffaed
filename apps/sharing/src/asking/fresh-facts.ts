import { NotSeenYet } from '@mash/messaging';
import type { Tx } from '@mash/persistence';
import { conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { ConsentRepository } from '../consent/consent.repository';
import { IdentityStatementRepository } from '../recalls/identity-statement.repository';
import type { EnquiryFacts } from './enquiry-facts';
import { HeardVersions } from './heard-versions';
import { PartnershipFacts } from './partnership-facts';

/**
 * Facts are asked before a transaction and kept in it. In between somebody may have withdrawn, or judged another threshold: the lock and this
 * look see to it that either the decision reads the newer fact, or whoever hears of the newer fact finds the decision.
 */
@Injectable()
export class FreshFacts {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly heard: HeardVersions,
    private readonly identities: IdentityStatementRepository,
    private readonly partnership: PartnershipFacts,
  ) {}

  /**
   * From here to the end of the transaction nobody states anything about consent in this enquiry, and nothing newer is heard of it, or of the
   * register and the agreements.
   * @returns whether what was read still stands
   */
  async hold(tx: Tx, facts: EnquiryFacts): Promise<boolean> {
    const { enquiryId, consentVersion } = facts;
    await this.consents.lock(tx, enquiryId);
    if ((await this.consents.version(tx, enquiryId)) !== consentVersion) return false;
    if ((await this.identities.countOf(tx, enquiryId)) !== facts.identities.length) return false;
    if ((await this.heard.aheadOf(tx, facts)).length > 0) return false;
    return this.partnership.hold(tx, facts);
  }

  /** @throws CodedError SHARING.FACTS_CHANGED (409) where a fact changed since it was read: the person looks again */
  async requireOfPerson(tx: Tx, facts: EnquiryFacts): Promise<void> {
    if (!(await this.hold(tx, facts)))
      throw conflict('SHARING.FACTS_CHANGED', 'Something that this rests on has just changed. Look again.');
  }

  /**
   * @throws NotSeenYet where a fact changed since it was read: a reaction tries again. Not for ever: an owner whose database was restored to a time before
   *   what it announced never tells it, and would hold up every other enquiry of the partition
   */
  async require(tx: Tx, facts: EnquiryFacts): Promise<void> {
    if (!(await this.hold(tx, facts))) throw new NotSeenYet('FACTS_CHANGED_MEANWHILE');
  }
}
