import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { TellingHoldRepository } from '../obligations/telling-hold.repository';
import { ReviewRepository } from '../reviews/review.repository';
import { HolderStatementRepository } from './holder-statement.repository';
import { HolderTaskRepository } from './holder-task.repository';
import type { CheckedStatement } from './statement-check';

/** Keeps a checked statement with its audit entry; what "do not alert" asks of the holder is done, or due again. */
@Injectable()
export class StatementKeeper {
  constructor(
    private readonly statements: HolderStatementRepository,
    private readonly tasks: HolderTaskRepository,
    private readonly holds: TellingHoldRepository,
    private readonly reviews: ReviewRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param renewedUntil by when a renewed "do not alert" is looked at again
   * @throws CodedError SHARING.STATEMENT_REPEATED (409)
   */
  async keep(
    tx: Tx,
    actor: PersonActor,
    statement: CheckedStatement,
    its: { at: Date; reviewId: string | null; renewedUntil: Date },
  ): Promise<void> {
    const { statementId, enquiryId, itemId, sealed } = statement;
    const { partnershipId, agencyId, id: statedBy } = actor;
    const row = { statementId, partnershipId, enquiryId, itemId, agencyId, statedBy, statedAt: its.at };
    if (!(await this.statements.add(tx, { ...row, reviewId: its.reviewId, ...sealed })))
      throw conflict('SHARING.STATEMENT_REPEATED', 'This statement was made already.');
    const { says } = statement.facts;
    if (says === 'telling_held' || says === 'telling_cleared')
      await this.reviews.supersedeTellingParent(tx, { enquiryId, itemId, agencyId, at: its.at });
    if (says === 'telling_held' || says === 'unsafe_set') await this.holds.hold(tx, enquiryId, its.at);
    await this.settle(tx, statement, { agencyId, by: statedBy, ...its });
    const subject = { type: 'HolderStatement', id: statementId };
    await this.audit.record(tx, { actor, action: 'holder-statement.make', subject, enquiryId, outcome: 'done' });
  }

  /** What was asked of the holder is done by saying it. */
  private async settle(
    tx: Tx,
    { itemId, facts }: CheckedStatement,
    { agencyId, by, at, renewedUntil }: { agencyId: string; by: string; at: Date; renewedUntil: Date },
  ): Promise<void> {
    const done = { itemId, agencyId, by, at };
    if (facts.says === 'telling_cleared') await this.tasks.close(tx, { ...done, code: 'HOLD_TELLING' });
    if (facts.says === 'telling_held') await this.tasks.renew(tx, { ...done, code: 'HOLD_TELLING' }, renewedUntil);
    // Words for everybody are what a source at risk asks for, which is a REVIEW. Whom a list leaves out is refused, and needs a release to them.
    if (facts.says === 'sanitised') await this.tasks.close(tx, { ...done, code: 'REQUEST_WORDING', outcome: 'REVIEW' });
    if (!('to' in facts) || facts.says === 'taken_back') return;
    const isDetriment = facts.says === 'detriment' || facts.says === 'detriment_ended';
    await this.tasks.close(tx, { ...done, to: facts.to, code: isDetriment ? 'DETRIMENT_REVIEW' : 'REQUEST_WORDING' });
  }
}
