import { allContracts } from './events';
import { eventServices, topicAccess, topicAccessOf } from './topic-access';

const ownerOf = (type: string): string => type.slice(0, type.indexOf('.'));
const writersOf = (topic: string) => eventServices.filter((service) => topicAccessOf(service).writes.includes(topic));

describe('Who may write and read which topic', () => {
  test.each(allContracts.map(({ type, topic }) => [type, topic]))(
    '%s is written by the service in its name alone; the audit topic by every service',
    (type, topic) => {
      const writers = ownerOf(type) === 'audit' ? eventServices : [ownerOf(type)];
      expect(writersOf(topic)).toEqual(writers);
    },
  );

  test('nobody but audit reads the audit topic', () => {
    const readers = eventServices.filter((service) => topicAccessOf(service).reads.includes('mash.audit.v1'));
    expect(readers).toEqual(['audit']);
  });

  test('nobody is let read or write a topic that no released event names', () => {
    const released = new Set(allContracts.map(({ topic }) => topic));
    const named = Object.values(topicAccess).flatMap(({ writes, reads }) => [...writes, ...reads]);
    expect(named.filter((topic) => !released.has(topic))).toEqual([]);
  });

  test('a service that is not on the list may do nothing', () => {
    expect(topicAccessOf('web-console')).toEqual({ writes: [], reads: [] });
  });
});
