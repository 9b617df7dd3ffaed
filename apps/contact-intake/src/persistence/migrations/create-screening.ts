import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE person_search (
    search_id uuid CONSTRAINT pk_person_search PRIMARY KEY,
    partnership_id uuid NOT NULL,
    enquiry_id uuid NOT NULL CONSTRAINT fk_person_search_roster REFERENCES roster,
    mention_id uuid,
    asked jsonb NOT NULL,
    searched_by text NOT NULL,
    searched_at timestamptz NOT NULL);
  CREATE INDEX ix_person_search_mention ON person_search (enquiry_id, mention_id, searched_at DESC);

  CREATE TABLE search_candidate (
    search_id uuid NOT NULL CONSTRAINT fk_search_candidate_search REFERENCES person_search,
    person_id uuid NOT NULL CONSTRAINT fk_search_candidate_person REFERENCES person,
    score double precision NOT NULL,
    band text NOT NULL CONSTRAINT ck_search_candidate_band CHECK (band IN ('likely', 'possible', 'unlikely')),
    verdict text CONSTRAINT ck_search_candidate_verdict CHECK (verdict IN ('same', 'different', 'cannot_tell')),
    verdict_by text, verdict_at timestamptz,
    CONSTRAINT pk_search_candidate PRIMARY KEY (search_id, person_id));

  CREATE TABLE match_trail (
    trail_id uuid CONSTRAINT pk_match_trail PRIMARY KEY,
    enquiry_id uuid NOT NULL,
    mention_id uuid NOT NULL,
    action text NOT NULL CONSTRAINT ck_match_trail_action
      CHECK (action IN ('same', 'different', 'cannot_tell', 'created', 'unlinked')),
    person_id uuid NOT NULL CONSTRAINT fk_match_trail_person REFERENCES person,
    search_id uuid CONSTRAINT fk_match_trail_search REFERENCES person_search,
    reason text,
    roster_version integer NOT NULL,
    done_by text NOT NULL,
    done_at timestamptz NOT NULL,
    CONSTRAINT fk_match_trail_mention FOREIGN KEY (enquiry_id, mention_id) REFERENCES mention);
  CREATE INDEX ix_match_trail_mention ON match_trail (enquiry_id, mention_id, done_at);

  CREATE TABLE person_fact (
    fact_id uuid CONSTRAINT pk_person_fact PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_person_fact_roster REFERENCES roster,
    person_id uuid NOT NULL CONSTRAINT fk_person_fact_person REFERENCES person,
    competence text, objects boolean, dispute text, parental_responsibility_proven boolean,
    said_by text NOT NULL,
    stated_by text NOT NULL,
    stated_at timestamptz NOT NULL);
  CREATE INDEX ix_person_fact_person ON person_fact (enquiry_id, person_id, stated_at);

  CREATE TABLE worker_register (
    partnership_id uuid CONSTRAINT pk_worker_register PRIMARY KEY,
    as_of timestamptz NOT NULL,
    imported_by text NOT NULL,
    imported_at timestamptz NOT NULL);

  CREATE TABLE allocated_worker (
    row_id uuid CONSTRAINT pk_allocated_worker PRIMARY KEY,
    partnership_id uuid NOT NULL CONSTRAINT fk_allocated_worker_register REFERENCES worker_register,
    person_id uuid,
    forenames text, surname text,
    birth_year smallint, birth_month smallint, birth_day smallint, birth_approximate boolean NOT NULL DEFAULT false,
    name_and_birth_key text,
    worker_name text NOT NULL, team text NOT NULL, since text);
  CREATE INDEX ix_allocated_worker_person ON allocated_worker (partnership_id, person_id);
  CREATE INDEX ix_allocated_worker_name ON allocated_worker (partnership_id, name_and_birth_key);`;

/** What screening leaves: searches with what they found, the trail of verdicts, recorded facts, the register of allocated workers. */
export class CreateScreening1795132920000 implements MigrationInterface {
  readonly name = 'CreateScreening1795132920000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'person_search', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'search_candidate', [
      'SELECT',
      'INSERT',
      { UPDATE: ['verdict', 'verdict_by', 'verdict_at'] },
    ]);
    await grantToAppRole(queryRunner, 'match_trail', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'person_fact', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'worker_register', [
      'SELECT',
      'INSERT',
      { UPDATE: ['as_of', 'imported_by', 'imported_at'] },
    ]);
    await grantToAppRole(queryRunner, 'allocated_worker', ['SELECT', 'INSERT', 'DELETE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE allocated_worker, worker_register, person_fact, match_trail, search_candidate, person_search',
    );
  }
}
