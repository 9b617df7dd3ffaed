import { contractTopicOf, EventEnvelopeSchema } from '@mash/contracts';
import type { EventContract, EventEnvelope } from '@mash/contracts';
import type { z } from 'zod';
import { jsonOf } from './raw-message';
import type { RawMessage } from './raw-message';
import { UnreadableEvent } from './unreadable-event';

/** What the consumer needs of a contract. */
export type ReadableContract = Pick<EventContract, 'type' | 'version' | 'topic' | 'data'>;

const faultsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, code }) => `${path.map(String).join('.')}:${code}`).join(' ');

const nameOf = (type: string, version: number): string => `${type} v${version}`;

/** Reads messages by their contracts: one that gets through is of a released type and has the shape that its contract says. */
export class EventReader {
  private readonly contracts: ReadonlyMap<string, ReadableContract>;

  constructor(contracts: readonly ReadableContract[]) {
    this.contracts = new Map(contracts.map((contract) => [nameOf(contract.type, contract.version), contract]));
  }

  /** Throws `UnreadableEvent`. */
  read(raw: RawMessage): EventEnvelope<unknown> {
    const envelope = EventEnvelopeSchema.safeParse(this.parse(raw));
    if (!envelope.success) throw new UnreadableEvent('MESSAGING.BAD_ENVELOPE', faultsOf(envelope.error));
    const { type, version } = envelope.data;
    const contract = this.contracts.get(nameOf(type, version));
    if (contract === undefined) throw new UnreadableEvent('MESSAGING.UNKNOWN_TYPE', nameOf(type, version));
    if (contract.topic !== contractTopicOf(raw.topic))
      throw new UnreadableEvent('MESSAGING.WRONG_TOPIC', nameOf(type, version));
    const data = contract.data.safeParse(envelope.data.data);
    if (!data.success) throw new UnreadableEvent('MESSAGING.BAD_DATA', faultsOf(data.error));
    return { ...envelope.data, data: data.data };
  }

  private parse(raw: RawMessage): unknown {
    try {
      return jsonOf(raw);
    } catch {
      throw new UnreadableEvent('MESSAGING.NOT_JSON', 'the value is no JSON'); // the parser's own message quotes the value
    }
  }
}
