import type { EventContract } from '../core/define-event';

/** Answers every field with its own name, so that a key function tells which field it takes. */
const names = new Proxy({}, { get: (_target, field) => field });

/** The field of an event's data that its Kafka key is, such as `enquiryId`. */
export const keyFieldOf = (contract: EventContract): string => contract.key(names);
