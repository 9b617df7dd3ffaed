import { AUDIT_TOPIC, AuditRecordedV1, newId } from '@mash/contracts';
import { MalformedEvent, Outbox } from '@mash/messaging';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { currentTraceId } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry, AuditedActor } from './audit-entry';
import { AuditIsDown } from './audit-is-down';
import { noteRefusalKept } from './refused-already';
import { AUDIT_SETTINGS, LONGEST_UNSENT_MS, type AuditSettings } from './audit-settings';

const NO_TRACE = '0'.repeat(32);
/** An answer is good for so small a share of the limit (of a quarter of an hour, a second), and is not asked for again before every look. */
const SHARE_OF_THE_LIMIT = 900;
const OLDEST_UNSENT = `
  SELECT extract(epoch FROM clock_timestamp() - appended_at) * 1000 AS ms
    FROM outbox WHERE topic = $1 ORDER BY seq LIMIT 1`;

export interface RecordOptions {
  /**
   * Only for what must never wait (immediate protection, taking in a contact): keeps the entry although earlier ones have
   * not been sent. The entry itself is still kept in the same transaction, or nothing happens.
   */
  readonly evenIfUnsent?: boolean;
}

/** Leaves an audit entry for every look and every change, in the transaction of the change or before the data is returned. */
@Injectable()
export class AuditTrail {
  /** When the database last said that nothing has waited too long. */
  private inTimeAt = -Infinity;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(AUDIT_SETTINGS) private readonly settings: AuditSettings,
  ) {}

  /**
   * Keeps the entry in `tx`: with the change, or not at all.
   * @throws AuditIsDown; MalformedEvent where the entry is not of ids and codes
   */
  async record(tx: Tx, entry: AuditEntry, options: RecordOptions = {}): Promise<void> {
    try {
      if (options.evenIfUnsent !== true) await this.refuseWhileUnsent(tx);
      await this.append(tx, entry);
    } catch (error) {
      if (error instanceof MalformedEvent || error instanceof AuditIsDown) throw error;
      throw new AuditIsDown('append-failed', error);
    }
  }

  /**
   * Keeps the entry of a look, in a transaction of its own that has committed when this resolves. Call it before the data is
   * returned: no entry, no data.
   * @param also what is kept with it, such as a report to information governance
   * @throws AuditIsDown
   */
  recordRead(entry: AuditEntry, also?: (tx: Tx) => Promise<void>): Promise<void> {
    return this.recordAlone(entry, {}, also);
  }

  /** The same of a call that was refused: it is told so also while earlier entries wait, for nothing is shown to it. @throws AuditIsDown */
  recordRefusal(entry: AuditEntry): Promise<void> {
    return this.recordAlone(entry, { evenIfUnsent: true });
  }

  private async recordAlone(
    entry: AuditEntry,
    options: RecordOptions,
    also?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        await this.record(tx, entry, options);
        await also?.(tx);
      });
      if (entry.outcome === 'refused') noteRefusalKept();
    } catch (error) {
      if (error instanceof MalformedEvent || error instanceof AuditIsDown) throw error;
      throw new AuditIsDown('append-failed', error);
    }
  }

  private async append(
    tx: Tx,
    { actor, partnershipId: stated, personIds, basis, counts, rows, ...entry }: AuditEntry,
  ): Promise<void> {
    const entryId = newId();
    const at = this.settings.now?.() ?? new Date();
    const partnershipId = stated ?? actor.partnershipId ?? '';
    const data = {
      ...entry,
      entryId,
      partnershipId,
      service: this.settings.service,
      at: at.toISOString(),
      actor: { id: actor.id, kind: actor.kind, roles: [...(actor.roles ?? [])], ...agencyOf(actor) },
      traceId: currentTraceId() ?? NO_TRACE,
      ...(personIds && { personIds: [...personIds] }),
      ...(basis && { basis: [...basis] }),
      ...(counts && { counts: { ...counts } }),
      ...(rows && { rows }),
    };
    await this.outbox.append(tx, AuditRecordedV1, data, {
      partnershipId,
      correlationId: entry.enquiryId ?? entryId,
      actor: { id: actor.id, kind: actor.kind, ...agencyOf(actor) },
      occurredAt: at,
    });
  }

  private async refuseWhileUnsent(tx: Tx): Promise<void> {
    const limit = this.settings.longestUnsentMs ?? LONGEST_UNSENT_MS;
    if (performance.now() - this.inTimeAt < limit / SHARE_OF_THE_LIMIT) return;
    const askedAt = performance.now();
    const [oldest] = await tx.query<{ ms: string }[]>(OLDEST_UNSENT, [AUDIT_TOPIC]);
    if (oldest !== undefined && Number(oldest.ms) > limit) throw new AuditIsDown('unsent-too-long');
    this.inTimeAt = askedAt;
  }
}

const agencyOf = ({ agencyId }: AuditedActor): { agencyId?: string } => (agencyId === undefined ? {} : { agencyId });
