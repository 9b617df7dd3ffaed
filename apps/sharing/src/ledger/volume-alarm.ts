import { AuditTrail } from '@mash/audit-client';
import { newId } from '@mash/contracts';
import { prepared, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DisclosureRepository } from './disclosure.repository';
import type { LedgerActor, LedgerCall } from './ledger-line';

const HOUR = 3_600_000;

const ONE_CALL_AT_A_TIME = prepared(`SELECT pg_advisory_xact_lock(hashtextextended($1, 45))`);

/** Tells information governance when one account opened unusually many people in an hour (pack limit). It blocks nothing. */
@Injectable()
export class VolumeAlarm {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Keeps of whom this call shows anything. Call it in the transaction of the release; the alarm rings once in an hour for one account.
   *
   * Of one account's calls one at a time goes on from here to its commit, so that each counts whom all before it were shown. It is the last lock that
   * a transaction takes: whoever holds it waits for nobody, and nobody can wait in a circle with them.
   * @param its.shownOf people, each at least once; `limit` in an hour
   */
  async watch(
    tx: Tx,
    actor: LedgerActor,
    call: LedgerCall,
    its: { shownOf: readonly string[]; limit: number },
  ): Promise<void> {
    if (its.shownOf.length === 0) return;
    const { at, enquiryId } = call;
    const since = new Date(at.getTime() - HOUR);
    await tx.query(ONE_CALL_AT_A_TIME, [`shown-to ${actor.id}`]);
    const people = await this.disclosures.addPeopleShown(tx, call, its.shownOf, since);
    if (people <= its.limit || (await this.hasRung(tx, actor.id, since))) return;
    await tx.query(
      `INSERT INTO volume_alarm (alarm_id, partnership_id, account_id, people, people_limit, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), actor.partnershipId, actor.id, people, its.limit, at],
    );
    await this.audit.record(
      tx,
      {
        actor,
        action: 'release.volume-alarm',
        subject: { type: 'Account', id: actor.id },
        enquiryId,
        outcome: 'done',
        counts: { people, limit: its.limit },
      },
      { evenIfUnsent: true },
    );
  }

  private async hasRung(tx: Tx, accountId: string, since: Date): Promise<boolean> {
    const select = `SELECT 1 FROM volume_alarm WHERE account_id = $1 AND at > $2 LIMIT 1`;
    return (await tx.query<unknown[]>(select, [accountId, since])).length > 0;
  }
}
