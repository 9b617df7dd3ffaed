import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { watchRows } from './watch-rows';

const TABLES = `
  CREATE TABLE identity_statement (
    statement_id uuid NOT NULL CONSTRAINT pk_identity_statement PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL,
    about_kind text NOT NULL CONSTRAINT ck_identity_statement_about CHECK (about_kind IN ('item', 'answer', 'person', 'product')),
    about_id uuid NOT NULL, holder_agency_id text,
    says text NOT NULL CONSTRAINT ck_identity_statement_says CHECK (says IN ('wrong_person', 'doubted', 'wrong_recipient', 'confirmed')),
    recipient_agency_id text, confirm_by timestamptz(3),
    kid text NOT NULL, envelope text NOT NULL, stated_by text NOT NULL, stated_at timestamptz(3) NOT NULL,
    CONSTRAINT ck_identity_statement_recipient CHECK ((says = 'wrong_recipient') = (recipient_agency_id IS NOT NULL)));
  CREATE INDEX ix_identity_statement_enquiry ON identity_statement (enquiry_id, stated_at);
  CREATE INDEX ix_identity_statement_holder ON identity_statement (partnership_id, holder_agency_id);

  CREATE TABLE recall (
    recall_id uuid NOT NULL CONSTRAINT pk_recall PRIMARY KEY CONSTRAINT fk_recall_statement REFERENCES identity_statement,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, opened_by text NOT NULL, opened_at timestamptz(3) NOT NULL,
    closed_at timestamptz(3), closed_by text,
    closed_how text CONSTRAINT ck_recall_closed_how CHECK (closed_how IN ('nobody_saw', 'all_confirmed', 'identity_confirmed', 'manager')),
    close_kid text, close_envelope text,
    CONSTRAINT ck_recall_closed CHECK ((closed_at IS NULL) = (closed_how IS NULL)),
    CONSTRAINT ck_recall_close_reason CHECK ((close_envelope IS NOT NULL) = (closed_how IS NOT NULL AND closed_how = 'manager')));
  CREATE INDEX ix_recall_enquiry ON recall (enquiry_id);

  CREATE TABLE recall_notice (
    notice_id uuid NOT NULL CONSTRAINT pk_recall_notice PRIMARY KEY,
    recall_id uuid NOT NULL CONSTRAINT fk_recall_notice_recall REFERENCES recall,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL,
    recipient_id text, recipient_agency_id text NOT NULL, shown_at timestamptz(3) NOT NULL,
    told_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL, late_announced_at timestamptz(3),
    destroyed_at timestamptz(3), destroyed_by text,
    destroyed_how text CONSTRAINT ck_recall_notice_how CHECK (destroyed_how IN ('deleted', 'paper_destroyed', 'returned', 'nothing_kept')),
    CONSTRAINT ck_recall_notice_destroyed CHECK ((destroyed_at IS NULL) = (destroyed_by IS NULL) AND (destroyed_at IS NULL) = (destroyed_how IS NULL)));
  CREATE INDEX ix_recall_notice_recall ON recall_notice (recall_id);
  CREATE INDEX ix_recall_notice_open ON recall_notice (partnership_id, recipient_id, due_at) WHERE destroyed_at IS NULL;

  CREATE TABLE breach (
    breach_id uuid NOT NULL CONSTRAINT pk_breach PRIMARY KEY,
    recall_id uuid NOT NULL CONSTRAINT uq_breach_recall UNIQUE CONSTRAINT fk_breach_recall REFERENCES recall,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_breach_kind CHECK (kind IN ('wrong_person', 'wrong_recipient')),
    person_ids uuid[] NOT NULL, aware_by text NOT NULL, aware_at timestamptz(3) NOT NULL, due_at timestamptz(3) NOT NULL,
    opened_at timestamptz(3) NOT NULL, due_soon_announced_at timestamptz(3), late_announced_at timestamptz(3));
  CREATE INDEX ix_breach_partnership ON breach (partnership_id, due_at);

  CREATE TABLE breach_statement (
    statement_id uuid NOT NULL CONSTRAINT pk_breach_statement PRIMARY KEY,
    breach_id uuid NOT NULL CONSTRAINT fk_breach_statement_breach REFERENCES breach,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL,
    says text NOT NULL CONSTRAINT ck_breach_statement_says CHECK (says IN ('what_happened', 'consequences', 'measures', 'ico_will_tell', 'ico_told',
      'ico_need_not', 'people_will_tell', 'people_told', 'people_need_not', 'closed')),
    reference text, done_at timestamptz(3),
    kid text NOT NULL, envelope text NOT NULL, made_by text NOT NULL, made_at timestamptz(3) NOT NULL,
    CONSTRAINT ck_breach_statement_told CHECK (says <> 'ico_told' OR (reference IS NOT NULL AND done_at IS NOT NULL)));
  CREATE INDEX ix_breach_statement_breach ON breach_statement (breach_id, made_at);`;

const KEYS: Readonly<Record<string, string>> = {
  identity_statement: 'statement_id',
  recall: 'recall_id',
  recall_notice: 'notice_id',
  breach: 'breach_id',
  breach_statement: 'statement_id',
};

/** What is about the wrong person or went to the wrong place, who was told to destroy it, and the record of the breach. Statements are added and never changed. */
export class CreateRecalls1795305600075 implements MigrationInterface {
  readonly name = 'CreateRecalls1795305600075';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    const added = ['SELECT', 'INSERT'] as const;
    const closing = ['closed_at', 'closed_by', 'closed_how', 'close_kid', 'close_envelope'];
    const confirming = ['late_announced_at', 'destroyed_at', 'destroyed_by', 'destroyed_how'];
    await grantToAppRole(queryRunner, 'identity_statement', [...added]);
    await grantToAppRole(queryRunner, 'recall', [...added, { UPDATE: closing }]);
    await grantToAppRole(queryRunner, 'recall_notice', [...added, { UPDATE: confirming }]);
    await grantToAppRole(queryRunner, 'breach', [...added, { UPDATE: ['due_soon_announced_at', 'late_announced_at'] }]);
    await grantToAppRole(queryRunner, 'breach_statement', [...added]);
    // A statement that is taken out behind the application would bring a recalled thing back.
    for (const [table, key] of Object.entries(KEYS)) await watchRows(queryRunner, table, [key]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE breach_statement, breach, recall_notice, recall, identity_statement');
  }
}
