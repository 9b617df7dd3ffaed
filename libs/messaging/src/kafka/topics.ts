import { AuditRecordedV1, allContracts, topicAccess } from '@mash/contracts';

/** Where audit entries travel, keyed by partnership, so that they never queue in front of the work. */
export const AUDIT_TOPIC = AuditRecordedV1.topic;

/** Every topic of the platform: those that a service writes, and whatever else a contract names. */
export const allTopics = (): string[] => [
  ...new Set([
    ...Object.values(topicAccess).flatMap(({ writes }) => writes),
    ...allContracts.map(({ topic }) => topic),
  ]),
];
