import { isPassing } from '@mash/messaging';
import { Clock } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { AuditAlert } from '../../domain/audit-alert';
import { AUDIT_LOG, type AuditLog } from '../../domain/audit-log';
import { opaqueEntry, partnershipOf, readMessage, type AuditMessage } from '../../domain/read-message';
import type { Sequenceable } from '../../domain/sequenceable';

interface Waiting {
  readonly entry: Sequenceable;
  readonly from: AuditMessage;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** No more entries than this in one commit. */
export const LARGEST_GROUP = 500;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Puts what lies on the audit topic into the log: everything, each once. Entries of one partnership that come while a commit is
 * under way go together into the next (group commit), so there is one writer for each partnership. They are numbered in the order in which they lay
 * in their partition of the topic, also where one of them was longer on its way here.
 */
@Injectable()
export class EntrySequencer {
  private readonly logger = jsonLogger('audit');
  private readonly queues = new Map<string, Waiting[]>();
  private readonly writing = new Set<string>();

  constructor(
    @Inject(AUDIT_LOG) private readonly log: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Resolves once the entry is committed, or was there already. Rejects with what the database said: then give it again. */
  async sequence(message: AuditMessage): Promise<void> {
    const { partnershipId, entry } = readMessage(message);
    if (entry.kind === 'opaque') this.alert();
    await this.enqueue(partnershipId, entry, message);
  }

  /** The same for bytes that no contract can read, or that could not be kept as what they say. */
  async sequenceBytes(message: AuditMessage): Promise<void> {
    this.alert();
    await this.enqueue(partnershipOf(message.key), opaqueEntry(message.value ?? Buffer.alloc(0)), message);
  }

  private enqueue(partnershipId: string, entry: Sequenceable, from: AuditMessage): Promise<void> {
    return new Promise((done, failed) => {
      const queue = this.queues.get(partnershipId) ?? [];
      queue.push({ entry, from, done, failed });
      this.queues.set(partnershipId, queue);
      void this.write(partnershipId, queue);
    });
  }

  private async write(partnershipId: string, queue: Waiting[]): Promise<void> {
    if (this.writing.has(partnershipId)) return;
    this.writing.add(partnershipId);
    // What was handed over in the same turn belongs together, the first of it as well.
    await nextTurn();
    while (queue.length > 0) await this.commit(partnershipId, queue.sort(asTheyLay).splice(0, LARGEST_GROUP));
    this.writing.delete(partnershipId);
  }

  /**
   * One commit for the group. Where that fails its halves go by themselves, down to the entry that is refused, so that it answers for itself only;
   * a database that is away for a while answers for all of them.
   */
  private async commit(partnershipId: string, group: readonly Waiting[]): Promise<void> {
    try {
      await this.log.append(
        partnershipId,
        group.map(({ entry }) => entry),
        this.clock.now(),
      );
      for (const { done } of group) done();
    } catch (error) {
      if (group.length === 1 || isPassing(error)) for (const { failed } of group) failed(error);
      else {
        const middle = Math.ceil(group.length / 2);
        await this.commit(partnershipId, group.slice(0, middle));
        await this.commit(partnershipId, group.slice(middle));
      }
    }
  }

  private alert(): void {
    this.logger.error(
      'an audit entry that cannot be read was sequenced as bytes',
      new AuditAlert('AUDIT.UNREADABLE_ENTRY'),
    );
  }
}

/** By partition and offset; what does not come from the topic stays as it came. */
function asTheyLay({ from: one }: Waiting, { from: other }: Waiting): number {
  if (one.offset === undefined || other.offset === undefined) return 0;
  const partitions = (one.partition ?? 0) - (other.partition ?? 0);
  return partitions === 0 ? Number(BigInt(one.offset) - BigInt(other.offset)) : partitions;
}
