import { eventServices, topicAccessOf } from '@mash/contracts';

/** One thing that a Kafka user may do. Whatever no rule says is refused. */
export interface AccessRule {
  readonly user: string;
  readonly resource: 'topic' | 'group';
  readonly name: string;
  readonly operation: 'read' | 'write';
}

/** The Kafka user of a service, and its consumer group: the service's name, behind the prefix of the set-up. */
export const kafkaUserOf = (service: string, topicPrefix = ''): string => topicPrefix + service;

function rulesOf(service: string, topicPrefix: string): AccessRule[] {
  const { writes, reads } = topicAccessOf(service);
  const user = kafkaUserOf(service, topicPrefix);
  const topic =
    (operation: AccessRule['operation']) =>
    (name: string): AccessRule => ({
      user,
      resource: 'topic',
      name: topicPrefix + name,
      operation,
    });
  const group: AccessRule = { user, resource: 'group', name: user, operation: 'read' };
  return [...writes.map(topic('write')), ...reads.map(topic('read')), ...(reads.length > 0 ? [group] : [])];
}

/**
 * Everything that the services' Kafka users may do, from the list that the services themselves publish and subscribe by: to write their topics, to
 * read what their reactions need, to be in their own consumer group. Read and write let a user describe the same topic. There is no more to allow: dead
 * letters and parked events lie in the services' databases, not in topics; no producer is transactional; the operator makes the topics.
 */
export const accessRules = (topicPrefix = ''): AccessRule[] =>
  eventServices.flatMap((service) => rulesOf(service, topicPrefix));
