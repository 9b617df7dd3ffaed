import { isPassing } from '@mash/messaging';
import { Clock } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { AuditAlert } from '../../domain/audit-alert';
import { AUDIT_LOG, type AuditLog } from '../../domain/audit-log';
import { opaqueEntry, partnershipOf, readMessage, type AuditMessage, type Unbelieved } from '../../domain/read-message';
import { asTheyLay } from './as-they-lay';
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
 * Puts what lies on the audit topics into the log: everything, each once. Entries of one partnership that come while a commit is
 * under way go together into the next (group commit), so there is one writer for each partnership. They are numbered in the order in which they lay
 * in their partition of their topic, also where one of them was longer on its way here.
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
    const { partnershipId, entry, unbelieved } = readMessage(message);
    if (unbelieved !== undefined) this.alert(unbelieved);
    await this.enqueue(partnershipId, entry, message);
  }

  /** The same for bytes that no contract can read, or that could not be kept as what they say. */
  async sequenceBytes(message: AuditMessage): Promise<void> {
    this.alert('AUDIT.UNREADABLE_ENTRY');
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
    while (queue.length > 0) await this.commit(partnershipId, this.next(queue));
    this.writing.delete(partnershipId);
  }

  private next(queue: Waiting[]): Waiting[] {
    queue.splice(0, queue.length, ...asTheyLay(queue));
    return queue.splice(0, LARGEST_GROUP);
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

  private alert(code: Unbelieved): void {
    this.logger.error(`an audit entry ${WHY[code]} was sequenced as bytes`, new AuditAlert(code));
  }
}

const WHY: Readonly<Record<Unbelieved, string>> = {
  'AUDIT.UNREADABLE_ENTRY': 'that cannot be read',
  'AUDIT.WRITTEN_IN_ANOTHERS_NAME': "that a service wrote in another's name",
};
