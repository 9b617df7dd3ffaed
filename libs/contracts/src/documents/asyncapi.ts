import type { EventContract } from '../core/define-event';
import { EventEnvelopeSchema } from '../core/define-event';
import { KAFKA_BINDING, asyncApiMessage, messageName } from './asyncapi-message';
import { dataSchemaOf } from './data-schema';
import type { JsonSchema } from './data-schema';
import { publishedBy } from './published-by';

/** An AsyncAPI 3.0 document: https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export interface AsyncApiDocument {
  asyncapi: '3.0.0';
  info: { title: string; version: string; description: string };
  defaultContentType: string;
  channels: Record<string, JsonSchema>;
  operations: Record<string, JsonSchema>;
  components: { messages: Record<string, JsonSchema>; schemas: Record<string, JsonSchema> };
}

type Topic = readonly [address: string, contracts: readonly EventContract[]];

const byName = <Value>(contracts: readonly EventContract[], make: (contract: EventContract) => Value) =>
  Object.fromEntries(contracts.map((contract) => [messageName(contract), make(contract)]));

function channelOf([address, contracts]: Topic): JsonSchema {
  const messages = byName(contracts, (contract) => ({ $ref: `#/components/messages/${messageName(contract)}` }));
  return { address, messages, bindings: { kafka: { topic: address, bindingVersion: KAFKA_BINDING } } };
}

function operationOf([address, contracts]: Topic): JsonSchema {
  const channel = `#/channels/${address}`;
  const messages = contracts.map((contract) => ({ $ref: `${channel}/messages/${messageName(contract)}` }));
  return { action: 'send', channel: { $ref: channel }, messages };
}

/** What a service publishes, from the contracts that its outbox checks with; undefined for a service that publishes nothing. */
export function asyncApiDocument(service: string): AsyncApiDocument | undefined {
  const topics = [...publishedBy(service)];
  if (topics.length === 0) return undefined;
  const contracts = topics.flatMap(([, all]) => all);
  return {
    asyncapi: '3.0.0',
    info: {
      title: `MASH ${service}: events`,
      version: '1',
      description: 'Ids, codes and times only. A set-up with a TOPIC_PREFIX puts it before each address.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic[0], channelOf(topic)])),
    operations: Object.fromEntries(topics.map((topic) => [`send.${topic[0]}`, operationOf(topic)])),
    components: {
      messages: byName(contracts, asyncApiMessage),
      schemas: { Envelope: dataSchemaOf({ data: EventEnvelopeSchema }), ...byName(contracts, dataSchemaOf) },
    },
  };
}
