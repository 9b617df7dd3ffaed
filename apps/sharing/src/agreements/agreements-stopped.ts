import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { restsOnOneOf, type EarlierDecision } from '../domain/agreements/agreement-ref';
import { AgreementRepository } from './agreement.repository';

export type RestsOnStopped = (earlier: EarlierDecision) => boolean;

/** "Stop sharing now", for whatever opens by an earlier decision: an issued question, a capability, a handover. */
@Injectable()
export class AgreementsStopped {
  constructor(private readonly agreements: AgreementRepository) {}

  /**
   * Read from the database in the transaction that opens: whoever opens after the commit of a stop reads it, in any process, whether or not the
   * event of it has come.
   */
  async of(tx: Tx, partnershipId: string): Promise<RestsOnStopped> {
    return restsOnOneOf(await this.agreements.everStopped(tx, partnershipId));
  }
}
