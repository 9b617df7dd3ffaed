import { randomBytes } from 'node:crypto';

/** Brokers (`host:port`) that integration tests run on. Throws where the test runner has not started one. */
export function testKafka(): string[] {
  const brokers = process.env.MASH_TEST_KAFKA;
  if (brokers === undefined || brokers === '') {
    throw new Error('No test Kafka: run through npm run test:int, which starts one and sets MASH_TEST_KAFKA');
  }
  return brokers.split(',');
}

/** A prefix for topics and consumer groups that no other spec file uses: `t3f2a1b0c.`. */
export const freshTopicPrefix = (): string => `t${randomBytes(4).toString('hex')}.`;
