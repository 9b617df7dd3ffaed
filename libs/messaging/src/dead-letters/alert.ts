import { Logger } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';
import { eventIdOf } from '../consumer-host/raw-message';
import type { RawMessage } from '../consumer-host/raw-message';
import type { FailureReason } from './failure-reason';

const logger = new Logger('DeadLetters');

/** Tells people: an error line with ids and codes, and one more on the counter that the alarm watches. */
export function alertOfDeadLetter(consumer: string, raw: RawMessage, { errorClass, reason }: FailureReason): void {
  const { topic, partition, offset } = raw;
  const type = raw.headers.type ?? 'unknown';
  logger.error(
    `MESSAGING.DEAD_LETTER consumer=${consumer} type=${type} event=${eventIdOf(raw) ?? 'unreadable'} ` +
      `at=${topic}/${partition}/${offset} ${errorClass}: ${reason}`,
  );
  metrics.getMeter('mash-messaging').createCounter('mash.dead_letters').add(1, { consumer, type });
}
