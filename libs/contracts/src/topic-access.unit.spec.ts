import { AUDIT_TOPIC, auditTopicOf, contractTopicOf } from './audit/audit-topics';
import { allContracts } from './events';
import { eventServices, topicAccess, topicAccessOf } from './topic-access';

const ownerOf = (type: string): string => type.slice(0, type.indexOf('.'));
const writersOf = (topic: string) => eventServices.filter((service) => topicAccessOf(service).writes.includes(topic));
const readersOf = (topic: string) => eventServices.filter((service) => topicAccessOf(service).reads.includes(topic));

describe('Who may write and read which topic', () => {
  test.each(allContracts.filter(({ topic }) => topic !== AUDIT_TOPIC).map(({ type, topic }) => [type, topic]))(
    '%s is written by the service in its name alone',
    (type, topic) => {
      expect(writersOf(topic)).toEqual([ownerOf(type)]);
    },
  );

  test.each(eventServices)(
    '%s alone writes the topic of its audit entries, and the audit service reads it',
    (service) => {
      expect(writersOf(auditTopicOf(service))).toEqual([service]);
      expect(readersOf(auditTopicOf(service))).toEqual(['audit']);
    },
  );

  test('the audit topic from before is read by the audit service and written by nobody', () => {
    expect([writersOf(AUDIT_TOPIC), readersOf(AUDIT_TOPIC)]).toEqual([[], ['audit']]);
  });

  test('nobody is let read or write a topic that no released event names', () => {
    const released = new Set(allContracts.map(({ topic }) => topic));
    const named = Object.values(topicAccess).flatMap(({ writes, reads }) => [...writes, ...reads]);
    expect(named.filter((topic) => !released.has(contractTopicOf(topic)))).toEqual([]);
  });

  test('a service that is not on the list may do nothing', () => {
    expect(topicAccessOf('web-console')).toEqual({ writes: [], reads: [] });
  });
});
