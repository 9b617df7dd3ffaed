import type { EventContract } from '../core/define-event';
import { dataSchemaOf } from './data-schema';
import type { JsonSchema } from './data-schema';
import { keyFieldOf } from './key-field';

/** Version of AsyncAPI's Kafka bindings that the documents use. */
export const KAFKA_BINDING = '0.5.0';

const headers = {
  type: 'object',
  required: ['type', 'version'],
  properties: {
    type: { type: 'string', description: 'Type of the event, as in the envelope' },
    version: { type: 'string', description: 'Version of its contract, in digits' },
    traceparent: { type: 'string', description: 'W3C trace context of the sending' },
  },
};

/** Name of an event with its version: what the document calls its message and its schema. */
export const messageName = ({ type, version }: EventContract): string => `${type}.v${version}`;

/** What the event's data may be. */
const dataOf = (contract: EventContract): JsonSchema => ({
  $ref: `#/components/schemas/${messageName(contract)}`,
});

function keyOf(contract: EventContract): JsonSchema {
  const properties = dataSchemaOf(contract)['properties'] as Record<string, JsonSchema>;
  return { ...properties[keyFieldOf(contract)] };
}

/** One event as an AsyncAPI message: the common envelope around the contract's own data, and the field that is the Kafka key. */
export function asyncApiMessage(contract: EventContract): JsonSchema {
  const { type, version } = contract;
  return {
    name: type,
    title: `${type}, version ${version}`,
    summary: `Keyed by ${keyFieldOf(contract)}`,
    contentType: 'application/json',
    headers,
    payload: {
      allOf: [
        { $ref: '#/components/schemas/Envelope' },
        { type: 'object', properties: { type: { const: type }, version: { const: version }, data: dataOf(contract) } },
      ],
    },
    bindings: { kafka: { key: keyOf(contract), bindingVersion: KAFKA_BINDING } },
  };
}
