import { AuditTrail } from '@mash/audit-client';
import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DisclosureRepository } from './disclosure.repository';
import type { LedgerActor } from './ledger-line';

const HOUR = 3_600_000;

/** Tells information governance when one account opened unusually many people in an hour (pack limit). It blocks nothing. */
@Injectable()
export class VolumeAlarm {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Call it in the transaction of a release, after its lines. Once in an hour for one account. */
  async watch(tx: Tx, actor: LedgerActor, its: { at: Date; limit: number; enquiryId: string }): Promise<void> {
    const since = new Date(its.at.getTime() - HOUR);
    const people = await this.disclosures.peopleShownTo(tx, actor.id, since);
    if (people <= its.limit || (await this.hasRung(tx, actor.id, since))) return;
    await tx.query(
      `INSERT INTO volume_alarm (alarm_id, partnership_id, account_id, people, people_limit, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), actor.partnershipId, actor.id, people, its.limit, its.at],
    );
    await this.audit.record(
      tx,
      {
        actor,
        action: 'release.volume-alarm',
        subject: { type: 'Account', id: actor.id },
        enquiryId: its.enquiryId,
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
