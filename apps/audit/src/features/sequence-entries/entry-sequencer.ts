import { Clock } from '@mash/service-host';
import { jsonLogger } from '@mash/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { AuditAlert } from '../../domain/audit-alert';
import { AUDIT_LOG, type AuditLog } from '../../domain/audit-log';
import { opaqueEntry, partnershipOf, readMessage, type AuditMessage } from '../../domain/read-message';
import type { Sequenceable } from '../../domain/sequenceable';

interface Waiting {
  readonly entry: Sequenceable;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** No more entries than this in one commit. */
const LARGEST_GROUP = 500;

/**
 * Puts what lies on the audit topic into the log: everything, each once. Entries of one partnership that come while a commit is
 * under way go together into the next (group commit), so there is one writer for each partnership.
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
    await this.enqueue(partnershipId, entry);
  }

  /** The same for bytes that no contract can read, or that could not be kept as what they say. */
  async sequenceBytes(message: AuditMessage): Promise<void> {
    this.alert();
    await this.enqueue(partnershipOf(message.key), opaqueEntry(message.value ?? Buffer.alloc(0)));
  }

  private enqueue(partnershipId: string, entry: Sequenceable): Promise<void> {
    return new Promise((done, failed) => {
      const queue = this.queues.get(partnershipId) ?? [];
      queue.push({ entry, done, failed });
      this.queues.set(partnershipId, queue);
      void this.write(partnershipId, queue);
    });
  }

  private async write(partnershipId: string, queue: Waiting[]): Promise<void> {
    if (this.writing.has(partnershipId)) return;
    this.writing.add(partnershipId);
    while (queue.length > 0) await this.commit(partnershipId, queue.splice(0, LARGEST_GROUP));
    this.writing.delete(partnershipId);
  }

  /** One commit for the group. Where that fails each goes alone, so that an entry answers for itself only. */
  private async commit(partnershipId: string, group: readonly Waiting[]): Promise<void> {
    try {
      await this.log.append(
        partnershipId,
        group.map(({ entry }) => entry),
        this.clock.now(),
      );
      for (const { done } of group) done();
    } catch (error) {
      if (group.length === 1) group[0]?.failed(error);
      else for (const one of group) await this.commit(partnershipId, [one]);
    }
  }

  private alert(): void {
    this.logger.error(
      'an audit entry that cannot be read was sequenced as bytes',
      new AuditAlert('AUDIT.UNREADABLE_ENTRY'),
    );
  }
}
