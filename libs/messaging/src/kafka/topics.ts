import { allContracts } from '@mash/contracts';

/** Where audit entries travel, keyed by partnership, so that they never queue in front of the work. */
export const AUDIT_TOPIC = 'mash.audit.v1';

const SERVICES = ['contact-intake', 'decision', 'agency-requests', 'sharing'] as const;

/** Every topic of the platform: one for each service that publishes, the audit topic, and whatever else a contract names. */
export const allTopics = (): string[] => [
  ...new Set([
    ...SERVICES.map((service) => `mash.${service}.v1`),
    AUDIT_TOPIC,
    ...allContracts.map(({ topic }) => topic),
  ]),
];
