import type { EventContract } from '../core/define-event';
import { dataSchemaOf } from '../documents/data-schema';
import type { JsonSchema } from '../documents/data-schema';
import { keyFieldOf } from '../documents/key-field';

/** What is kept of a released contract: the JSON Schema of its data, with its name, version, topic and key beside it. */
export const frozenContract = (contract: EventContract): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: contract.type,
  'x-version': contract.version,
  'x-topic': contract.topic,
  'x-key': keyFieldOf(contract),
  ...dataSchemaOf(contract),
});

/** Where the frozen file lies below `src`: `decision/frozen/enquiry-rated.v1.json`. */
export function frozenPath({ type, version }: EventContract): string {
  const [service, event] = type.split('.');
  if (service === undefined || event === undefined) throw new Error(`Not <service>.<event>: ${type}`);
  return `${service}/frozen/${event}.v${version}.json`;
}
