import type { EventContract } from '../core/define-event';
import { allContracts } from '../events';

const AUDIT_TOPIC = 'mash.audit.v1';

/** Services with an outbox. Each writes its own topic and its audit entries, and nothing else; `audit` logs looks into the log. */
const PUBLISHERS: ReadonlySet<string> = new Set(['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit']);

/** The contracts a service publishes, by topic; empty for a service that publishes nothing. */
export function publishedBy(service: string): ReadonlyMap<string, readonly EventContract[]> {
  if (!PUBLISHERS.has(service)) return new Map();
  const topics = [...new Set([`mash.${service}.v1`, AUDIT_TOPIC])];
  return new Map(topics.map((topic) => [topic, allContracts.filter((contract) => contract.topic === topic)]));
}
