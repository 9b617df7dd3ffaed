import { allContracts, newId } from '@mash/contracts';
import { EventReader } from './event-reader';
import type { RawMessage } from './raw-message';

const reader = new EventReader(allContracts);
const topics = [...new Set(allContracts.map(({ topic }) => topic))];

/** As a service could put it on a topic that it may write: a true envelope, with another service's type in it. */
const forged = ({ type, version }: (typeof allContracts)[number], topic: string): RawMessage => {
  const frame = { id: newId(), type, version, occurredAt: new Date().toISOString(), partnershipId: newId() };
  const envelope = { ...frame, correlationId: 'a test', actor: { id: 'a-service', kind: 'system' }, data: {} };
  const value = Buffer.from(JSON.stringify(envelope));
  return { topic, partition: 0, offset: '0', key: 'a key', headers: { type }, value };
};
const refusalOf = (raw: RawMessage): unknown => {
  try {
    return reader.read(raw);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('An event that lies on another topic than its own service’s', () => {
  test.each(allContracts.map((contract) => [contract.type, contract] as const))(
    'is not read: %s',
    (_type, contract) => {
      const others = topics.filter((topic) => topic !== contract.topic);
      expect(others.length).toBeGreaterThan(2);
      for (const topic of others) expect(refusalOf(forged(contract, topic))).toMatch(/^MESSAGING\.WRONG_TOPIC/);
      expect(refusalOf(forged(contract, contract.topic))).not.toMatch(/^MESSAGING\.(WRONG_TOPIC|BAD_ENVELOPE)/);
    },
  );
});
