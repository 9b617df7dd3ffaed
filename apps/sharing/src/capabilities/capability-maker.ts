import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import { CapabilityRepository } from './capability.repository';

/** A capability that nobody used lapses after so many days (assumed): the agency's staff can still open the request themselves. */
export const CAPABILITY_DAYS = 7;
const DAY = 86_400_000;
export const lapsesAfter = (at: Date): Date => new Date(at.getTime() + CAPABILITY_DAYS * DAY);

/** At PERMIT, for that recipient: the one thing by which an agency's system can open what it is asked. */
@Injectable()
export class CapabilityMaker {
  constructor(private readonly capabilities: CapabilityRepository) {}

  /** In the transaction that keeps the decision. Anything but a permitted line of a request makes none. */
  async forDecision(tx: Tx, row: DecisionRow): Promise<void> {
    const isPermittedLine = row.aboutKind === 'request-line' && row.mode === 'ask' && row.outcome === 'PERMIT';
    if (!isPermittedLine || row.toAgencyId === null) return;
    const { sharingDecisionId, partnershipId, enquiryId, personId } = row;
    await this.capabilities.add(tx, {
      ...{ kind: 'request-line', aboutId: row.aboutId, sharingDecisionId, partnershipId, enquiryId, personId },
      ...{ agencyId: row.toAgencyId, madeAt: row.decidedAt, expiresAt: lapsesAfter(row.decidedAt) },
    });
  }
}
