import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { AgreementsInForce } from '../agreements/agreements-in-force';
import { AgencyRepository } from '../register/agency.repository';
import type { EnquiryFacts } from './enquiry-facts';

const key = (partnershipId: string): string => `partnership-facts ${partnershipId}`;

/**
 * The register and the agreements, which decisions in any enquiry rest on. Whoever decides holds them as they were read; whoever says that they have
 * changed waits for those, and finds what they kept.
 */
@Injectable()
export class PartnershipFacts {
  constructor(
    private readonly agencies: AgencyRepository,
    private readonly agreements: AgreementsInForce,
  ) {}

  /**
   * From here to the end of the transaction nobody says that they have changed.
   * @returns whether what was read still stands
   */
  async hold(tx: Tx, { partnershipId, bodies, agreements }: EnquiryFacts): Promise<boolean> {
    await tx.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 41))', [key(partnershipId)]);
    if (!(await this.agreements.areStill(agreements, partnershipId, tx))) return false;
    return isDeepStrictEqual(await this.agencies.all(partnershipId, tx), bodies);
  }

  /** Call it before what stands is looked for: from here on a decision reads what they say now, and every earlier one is there. */
  async waitForDecisions(tx: Tx, partnershipId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 41))', [key(partnershipId)]);
  }
}
