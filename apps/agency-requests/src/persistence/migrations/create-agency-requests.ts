import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE enquiry (
    enquiry_id uuid NOT NULL CONSTRAINT pk_enquiry PRIMARY KEY,
    partnership_id uuid NOT NULL,
    reference text, pack_id text, pack_version text,
    colour text CONSTRAINT ck_enquiry_colour CHECK (colour IN ('red', 'amber', 'green', 'blue')),
    rating_version integer NOT NULL DEFAULT 0,
    threshold text NOT NULL DEFAULT 'none',
    threshold_version integer NOT NULL DEFAULT 0,
    roster_version integer NOT NULL DEFAULT 0,
    decided_at timestamptz(3));

  CREATE TABLE roster_person (
    enquiry_id uuid NOT NULL CONSTRAINT fk_roster_person_enquiry REFERENCES enquiry,
    person_id uuid NOT NULL, kind text NOT NULL, relation text NOT NULL, position integer NOT NULL,
    CONSTRAINT pk_roster_person PRIMARY KEY (enquiry_id, person_id));

  CREATE TABLE request (
    request_id uuid NOT NULL CONSTRAINT pk_request PRIMARY KEY,
    partnership_id uuid NOT NULL,
    enquiry_id uuid NOT NULL CONSTRAINT fk_request_enquiry REFERENCES enquiry,
    agency_id text NOT NULL, agency_name text NOT NULL, purpose text NOT NULL, text_hash text NOT NULL,
    proposed_by text NOT NULL, proposed_at timestamptz(3) NOT NULL,
    issued_at timestamptz(3), due_at timestamptz(3), basis text,
    answer_key_id text, answer_key jsonb,
    answered_at timestamptz(3), complete boolean NOT NULL DEFAULT false,
    claimed_by text, overdue_noticed_at timestamptz(3));
  CREATE INDEX ix_request_enquiry ON request (enquiry_id);
  CREATE INDEX ix_request_worklist ON request (partnership_id, agency_id, due_at) WHERE issued_at IS NOT NULL;
  CREATE INDEX ix_request_unanswered ON request (due_at) WHERE issued_at IS NOT NULL AND NOT complete AND overdue_noticed_at IS NULL;

  CREATE TABLE request_line (
    line_id uuid NOT NULL CONSTRAINT pk_request_line PRIMARY KEY,
    request_id uuid NOT NULL CONSTRAINT fk_request_line_request REFERENCES request,
    person_id uuid NOT NULL, category text NOT NULL, existence_only boolean NOT NULL, need text NOT NULL,
    whole_record boolean NOT NULL DEFAULT false,
    state text NOT NULL CONSTRAINT ck_request_line_state CHECK (state IN ('proposed', 'issued', 'denied', 'review', 'answered', 'withdrawn')),
    sharing_decision_id uuid,
    CONSTRAINT uq_request_line_question UNIQUE (request_id, person_id, category));

  CREATE TABLE request_envelope (
    envelope_id uuid NOT NULL CONSTRAINT pk_request_envelope PRIMARY KEY,
    request_id uuid NOT NULL CONSTRAINT fk_request_envelope_request REFERENCES request,
    person_id uuid NOT NULL, kid text NOT NULL, envelope text NOT NULL,
    CONSTRAINT uq_request_envelope_person UNIQUE (request_id, person_id));

  CREATE TABLE answer (
    answer_id uuid NOT NULL CONSTRAINT pk_answer PRIMARY KEY,
    request_id uuid NOT NULL CONSTRAINT fk_answer_request REFERENCES request,
    received_at timestamptz(3) NOT NULL, answered_by text NOT NULL, complete boolean NOT NULL, late boolean NOT NULL,
    state text NOT NULL CONSTRAINT ck_answer_state CHECK (state IN ('received', 'accepted', 'rejected')),
    rejected_because text);
  CREATE INDEX ix_answer_request ON answer (request_id);

  CREATE TABLE answer_envelope (
    envelope_id uuid NOT NULL CONSTRAINT pk_answer_envelope PRIMARY KEY,
    answer_id uuid NOT NULL CONSTRAINT fk_answer_envelope_answer REFERENCES answer,
    person_id uuid NOT NULL, kid text NOT NULL, envelope text NOT NULL, sha256 text NOT NULL);
  CREATE INDEX ix_answer_envelope_answer ON answer_envelope (answer_id);

  CREATE TABLE chaser (
    chaser_id uuid NOT NULL CONSTRAINT pk_chaser PRIMARY KEY,
    request_id uuid NOT NULL CONSTRAINT fk_chaser_request REFERENCES request,
    at timestamptz(3) NOT NULL, by_actor text NOT NULL);
  CREATE INDEX ix_chaser_request ON chaser (request_id);`;

const APPEND_ONLY = ['request_envelope', 'answer_envelope', 'chaser'];
const CHANGED = ['enquiry', 'request', 'request_line', 'answer'];

/** What was asked, what came back (sealed), who was chased. Envelopes and chasers are never changed. */
export class CreateAgencyRequests1795219200001 implements MigrationInterface {
  readonly name = 'CreateAgencyRequests1795219200001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    for (const table of APPEND_ONLY) await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
    for (const table of CHANGED) await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT', 'UPDATE']);
    await grantToAppRole(queryRunner, 'roster_person', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE chaser, answer_envelope, answer, request_envelope, request_line, request, roster_person, enquiry',
    );
  }
}
