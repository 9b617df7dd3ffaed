import type { EventContract } from '../core/define-event';
import { contractTopicOf } from '../audit/audit-topics';
import { allContracts } from '../events';
import { topicAccessOf } from '../topic-access';

/** The contracts a service publishes, by topic; empty for a service that publishes nothing. */
export function publishedBy(service: string): ReadonlyMap<string, readonly EventContract[]> {
  const { writes } = topicAccessOf(service);
  const of = (topic: string) => allContracts.filter((contract) => contract.topic === contractTopicOf(topic));
  return new Map(writes.map((topic) => [topic, of(topic)]));
}
