import { SpanKind } from '@opentelemetry/api';
import { inSpan } from '../trace/messaging-span';
import { EventDelivery } from './event-delivery';
import type { EventReader } from './event-reader';
import type { RawMessage } from './raw-message';
import type { Reactions } from './reactions';
import { UnreadableEvent } from './unreadable-event';

/** Takes one message to the reactions of this service, in the trace that it came from. */
export class Courier {
  constructor(
    private readonly consumer: string,
    private readonly reader: EventReader,
    private readonly reactions: Reactions,
    private readonly ignored: ReadonlySet<string>,
  ) {}

  /** True for a type that the service has said it does not want. */
  ignores(raw: RawMessage): boolean {
    return this.ignored.has(raw.headers.type ?? '');
  }

  /** Resolves when every reaction has committed. Throws `UnreadableEvent`, or what a reaction threw. */
  async deliver(raw: RawMessage): Promise<void> {
    const type = raw.headers.type ?? 'unknown';
    const attributes = {
      'messaging.destination.name': raw.topic,
      'messaging.destination.partition.id': String(raw.partition),
      'messaging.kafka.message.offset': raw.offset,
      'messaging.consumer.group.name': this.consumer,
      'messaging.operation.type': 'process',
    };
    const { traceparent } = raw.headers;
    await inSpan({ name: `process ${type}`, kind: SpanKind.CONSUMER, traceparent, attributes }, async () => {
      const event = this.reader.read(raw);
      if (this.ignored.has(event.type)) return;
      if (!this.reactions.handle(event.type)) throw new UnreadableEvent('MESSAGING.NOBODY_HANDLES', event.type);
      await this.reactions.run(event, new EventDelivery([raw]));
    });
  }
}
