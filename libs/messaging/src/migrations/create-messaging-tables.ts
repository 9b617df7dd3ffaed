import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE outbox (
    seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
    id uuid NOT NULL CONSTRAINT uq_outbox_id UNIQUE,
    topic text NOT NULL, key text NOT NULL, type text NOT NULL, version integer NOT NULL,
    envelope jsonb NOT NULL, traceparent text,
    appended_at timestamptz NOT NULL DEFAULT clock_timestamp());

  CREATE TABLE outbox_archive (
    day date NOT NULL, cluster_id text NOT NULL, seq bigint NOT NULL,
    id uuid NOT NULL, topic text NOT NULL, key text NOT NULL, type text NOT NULL, version integer NOT NULL,
    envelope jsonb NOT NULL, traceparent text,
    appended_at timestamptz NOT NULL, sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_outbox_archive PRIMARY KEY (cluster_id, seq));
  CREATE INDEX ix_outbox_archive_day ON outbox_archive (day);

  CREATE TABLE inbox (
    consumer text NOT NULL, event_id uuid NOT NULL, claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_inbox PRIMARY KEY (consumer, event_id));

  CREATE TABLE dead_letter (
    id uuid CONSTRAINT pk_dead_letter PRIMARY KEY,
    consumer text NOT NULL, topic text NOT NULL, key text NOT NULL,
    kafka_partition integer NOT NULL, kafka_offset bigint NOT NULL,
    event_id uuid, type text, headers jsonb NOT NULL, value bytea,
    tries integer NOT NULL, error_class text NOT NULL, reason text NOT NULL,
    died_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    state text NOT NULL DEFAULT 'open' CONSTRAINT ck_dead_letter_state CHECK (state IN ('open', 'replayed', 'discarded')),
    asked text CONSTRAINT ck_dead_letter_asked CHECK (asked IN ('replay', 'discard')),
    discard_reason text, settled_at timestamptz,
    CONSTRAINT ck_dead_letter_discard CHECK (state <> 'discarded' OR discard_reason IS NOT NULL));
  CREATE UNIQUE INDEX uq_dead_letter_open_event ON dead_letter (consumer, event_id) WHERE state = 'open' AND event_id IS NOT NULL;
  CREATE INDEX ix_dead_letter_open_key ON dead_letter (consumer, topic, key) WHERE state = 'open';

  CREATE TABLE parked (
    seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_parked PRIMARY KEY,
    consumer text NOT NULL, topic text NOT NULL, key text NOT NULL,
    kafka_partition integer NOT NULL, kafka_offset bigint NOT NULL,
    event_id uuid, type text, headers jsonb NOT NULL, value bytea,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp());
  CREATE UNIQUE INDEX uq_parked_event ON parked (consumer, event_id) WHERE event_id IS NOT NULL;
  CREATE INDEX ix_parked_key ON parked (consumer, topic, key, seq);`;

const WAKE_THE_RELAY = `
  CREATE FUNCTION wake_the_relay() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $$;
  CREATE TRIGGER outbox_wakes_the_relay AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION wake_the_relay();`;

/** The tables of the messaging library, in each service's own database (libs/messaging/README.md), and what the service may do to them. */
export class CreateMessagingTables1795132800000 implements MigrationInterface {
  readonly name = 'CreateMessagingTables1795132800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(WAKE_THE_RELAY);
    await grantToAppRole(queryRunner, 'outbox', ['SELECT', 'INSERT', 'DELETE']); // the relay moves what was sent
    await grantToAppRole(queryRunner, 'outbox_archive', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'inbox', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'dead_letter', [
      'SELECT',
      'INSERT',
      { UPDATE: ['tries', 'error_class', 'reason', 'state', 'asked', 'discard_reason', 'settled_at'] },
    ]);
    await grantToAppRole(queryRunner, 'parked', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE parked, dead_letter, inbox, outbox_archive, outbox');
    await queryRunner.query('DROP FUNCTION wake_the_relay');
  }
}
