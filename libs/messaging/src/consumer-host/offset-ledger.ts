import type { TopicPartitionOffsetAndMetadata } from 'kafkajs';

/** How far each partition has been worked through, and which of that the broker has not been told. */
export class OffsetLedger {
  private pending = new Map<string, TopicPartitionOffsetAndMetadata>();

  /** This message is dealt with: the next one to read is the one after it. */
  mark(topic: string, partition: number, offset: string): void {
    this.pending.set(`${topic}/${partition}`, { topic, partition, offset: (BigInt(offset) + 1n).toString() });
  }

  /** What to commit now. What could not be committed is given back with `restore`. */
  take(): TopicPartitionOffsetAndMetadata[] {
    const taken = [...this.pending.values()];
    this.pending = new Map();
    return taken;
  }

  /** Keeps what could not be committed for the next time, unless more has been done since. */
  restore(offsets: readonly TopicPartitionOffsetAndMetadata[]): void {
    for (const offset of offsets) {
      const place = `${offset.topic}/${offset.partition}`;
      if (!this.pending.has(place)) this.pending.set(place, offset);
    }
  }

  /** After a rebalance: the others belong to another member now, and are not ours to set. */
  keepOnly(assignment: Readonly<Record<string, readonly number[]>>): void {
    for (const [place, { topic, partition }] of this.pending) {
      if (assignment[topic]?.includes(partition) !== true) this.pending.delete(place);
    }
  }
}
