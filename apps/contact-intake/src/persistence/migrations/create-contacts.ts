import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE contact (
    contact_id uuid CONSTRAINT pk_contact PRIMARY KEY,
    partnership_id uuid NOT NULL,
    enquiry_id uuid NOT NULL CONSTRAINT uq_contact_enquiry UNIQUE,
    reference text NOT NULL CONSTRAINT uq_contact_reference UNIQUE,
    enquiry_reference text NOT NULL CONSTRAINT uq_contact_enquiry_reference UNIQUE,
    received_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    source text NOT NULL,
    referrer_kind text NOT NULL,
    referrer_agency_id text,
    author_id text NOT NULL,
    authorship text NOT NULL CONSTRAINT ck_contact_authorship CHECK (authorship IN ('own', 'for_a_caller', 'system')),
    urgent boolean NOT NULL,
    reply text NOT NULL CONSTRAINT ck_contact_reply CHECK (reply IN ('email', 'telephone', 'none')),
    linked_contact_id uuid CONSTRAINT fk_contact_linked REFERENCES contact,
    key_id text NOT NULL,
    envelope text NOT NULL,
    presenting_issues text[] NOT NULL DEFAULT '{}');
  CREATE INDEX ix_contact_author ON contact (partnership_id, author_id, recorded_at DESC);
  CREATE INDEX ix_contact_received ON contact (partnership_id, received_at DESC);

  CREATE TABLE idempotency (
    partnership_id uuid NOT NULL,
    author_id text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    contact_id uuid NOT NULL CONSTRAINT fk_idempotency_contact REFERENCES contact,
    used_at timestamptz NOT NULL,
    CONSTRAINT pk_idempotency PRIMARY KEY (partnership_id, author_id, key));

  CREATE TABLE acknowledgement (
    acknowledgement_id uuid CONSTRAINT pk_acknowledgement PRIMARY KEY,
    contact_id uuid NOT NULL CONSTRAINT fk_acknowledgement_contact REFERENCES contact,
    kind text NOT NULL CONSTRAINT ck_acknowledgement_kind CHECK (kind IN ('receipt', 'outcome')),
    method text NOT NULL CONSTRAINT ck_acknowledgement_method CHECK (method IN ('email', 'telephone_task', 'none')),
    feedback_id uuid CONSTRAINT uq_acknowledgement_feedback UNIQUE,
    letter_id uuid,
    at timestamptz NOT NULL);
  CREATE INDEX ix_acknowledgement_contact ON acknowledgement (contact_id, at);

  CREATE TABLE captured_mail (
    message_id uuid CONSTRAINT pk_captured_mail PRIMARY KEY,
    partnership_id uuid NOT NULL,
    account_id text NOT NULL,
    contact_id uuid NOT NULL CONSTRAINT fk_captured_mail_contact REFERENCES contact,
    subject text NOT NULL,
    body text NOT NULL,
    sent_at timestamptz NOT NULL);
  CREATE INDEX ix_captured_mail_account ON captured_mail (partnership_id, account_id, sent_at DESC);

  CREATE TABLE telephone_task (
    task_id uuid CONSTRAINT pk_telephone_task PRIMARY KEY,
    partnership_id uuid NOT NULL,
    contact_id uuid NOT NULL CONSTRAINT fk_telephone_task_contact REFERENCES contact,
    kind text NOT NULL CONSTRAINT ck_telephone_task_kind CHECK (kind IN ('receipt', 'outcome')),
    raised_at timestamptz NOT NULL,
    done_at timestamptz,
    done_by text,
    CONSTRAINT ck_telephone_task_done CHECK ((done_at IS NULL) = (done_by IS NULL)));
  CREATE INDEX ix_telephone_task_open ON telephone_task (partnership_id, raised_at) WHERE done_at IS NULL;`;

/** Contacts as they came in, which nothing changes again, with drafts before them and acknowledgements after. */
export class CreateContacts1795132900000 implements MigrationInterface {
  readonly name = 'CreateContacts1795132900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'contact', ['SELECT', 'INSERT']); // never altered
    await grantToAppRole(queryRunner, 'idempotency', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'acknowledgement', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'captured_mail', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'telephone_task', ['SELECT', 'INSERT', { UPDATE: ['done_at', 'done_by'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE telephone_task, captured_mail, acknowledgement, idempotency, contact');
  }
}
