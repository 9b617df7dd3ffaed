import { AUDIT_TOPIC, allContracts, auditTopicOf, topicAccess } from '@mash/contracts';

/** Every topic of the platform: those that a service writes, and whatever else a contract names. */
export const allTopics = (): string[] => [
  ...new Set([
    ...Object.values(topicAccess).flatMap(({ writes }) => writes),
    ...allContracts.map(({ topic }) => topic),
  ]),
];

/**
 * Where an outbox row of a service goes: audit entries to the service's own topic, where the broker lets nobody else write. Also those that an
 * earlier version of the service put down for the topic that all of them shared.
 */
export const topicToSend = (service: string, topic: string): string =>
  topic === AUDIT_TOPIC ? auditTopicOf(service) : topic;
