import { createKafkaTransport, type KafkaConnection, type KafkaTransport } from '@mash/messaging';
import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EntrySequencer, LARGEST_GROUP } from './features/sequence-entries/entry-sequencer';

/** Reads the audit topic. Nothing of it parks or dies: what cannot be read goes into the log as the bytes that it is. */
export function auditTransport(
  app: INestApplication,
  settings: KafkaConnection & { readonly topicPrefix: string },
): KafkaTransport {
  return createKafkaTransport({
    ...settings,
    service: 'audit',
    dataSource: app.get(DataSource),
    together: LARGEST_GROUP,
    takeOpaque: (raw) => app.get(EntrySequencer).sequenceBytes(raw),
  });
}
