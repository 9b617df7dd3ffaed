import { AuditRecordedV1 } from './audit-recorded.v1';

/**
 * Where audit entries go by their contract, and where they lie from before each service had a topic for them: read still, and written by nobody.
 * On the way to Kafka it is the topic of the service whose outbox it was.
 */
export const AUDIT_TOPIC = AuditRecordedV1.topic;

const OF_ONE_SERVICE = /^mash\.audit\.([a-z-]+)\.v1$/;

/** Where one service's audit entries travel, keyed by partnership: it alone may write there, so that the topic proves who wrote. */
export const auditTopicOf = (service: string): string => `mash.audit.${service}.v1`;

/** The service whose audit entries a topic carries; undefined for every other topic, the one from before among them. */
export const auditWriterOf = (topic: string): string | undefined => OF_ONE_SERVICE.exec(topic)?.[1];

/** The topic that contracts name for what travels on this one. */
export const contractTopicOf = (topic: string): string => (auditWriterOf(topic) === undefined ? topic : AUDIT_TOPIC);
