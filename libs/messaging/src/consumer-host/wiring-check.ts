import { contractTopicOf } from '@mash/contracts';
import type { ReadableContract } from './event-reader';

export interface Wiring {
  readonly topics: readonly string[];
  readonly handled: readonly string[];
  readonly ignored: readonly string[];
  readonly contracts: readonly ReadableContract[];
}

/** What is wrong with a service's wiring, in words; nothing where every event type that can come is either handled or ignored by name. */
export function wiringFaults({ topics, handled, ignored, contracts }: Wiring): string[] {
  const carried = new Set(topics.map(contractTopicOf));
  const reaching = new Set(contracts.filter(({ topic }) => carried.has(topic)).map(({ type }) => type));
  return [
    ...[...reaching]
      .filter((type) => !handled.includes(type) && !ignored.includes(type))
      .map((type) => `${type} reaches this service and nobody handles it: write a reaction, or name it in \`ignores\``),
    ...handled
      .filter((type) => !reaching.has(type))
      .map((type) => `${type} has a reaction that no subscribed topic reaches`),
    ...ignored
      .filter((type) => !reaching.has(type))
      .map((type) => `${type} is ignored, but no subscribed topic carries it`),
    ...ignored.filter((type) => handled.includes(type)).map((type) => `${type} is both handled and ignored`),
  ];
}
