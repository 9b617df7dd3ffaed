import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE system_key (
    kid text NOT NULL CONSTRAINT pk_system_key PRIMARY KEY,
    partnership_id uuid NOT NULL, agency_id text NOT NULL, client_id text NOT NULL,
    public_jwk jsonb NOT NULL, may_seal text[] NOT NULL,
    valid_from timestamptz(3) NOT NULL, valid_to timestamptz(3) NOT NULL,
    registered_by text NOT NULL, registered_at timestamptz(3) NOT NULL,
    CONSTRAINT ck_system_key_term CHECK (valid_from < valid_to),
    CONSTRAINT ck_system_key_may_seal CHECK (may_seal <@ ARRAY['answer', 'contact'] AND cardinality(may_seal) > 0));
  CREATE INDEX ix_system_key_client ON system_key (partnership_id, client_id);

  CREATE TABLE system_key_end (
    kid text NOT NULL CONSTRAINT fk_system_key_end_key REFERENCES system_key,
    kind text NOT NULL CONSTRAINT ck_system_key_end_kind CHECK (kind IN ('replaced', 'revoked')),
    ends_at timestamptz(3) NOT NULL, reason_code text, ended_by text NOT NULL, ended_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_system_key_end PRIMARY KEY (kid, kind),
    CONSTRAINT ck_system_key_end_reason CHECK ((kind = 'revoked') = (reason_code IS NOT NULL)));

  CREATE TABLE accepted_envelope (
    envelope_id uuid NOT NULL CONSTRAINT pk_accepted_envelope PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL,
    typ text NOT NULL CONSTRAINT ck_accepted_envelope_typ CHECK (typ IN ('answer', 'contact')),
    about_id uuid NOT NULL, person_id uuid,
    CONSTRAINT uq_accepted_envelope_about UNIQUE NULLS NOT DISTINCT (about_id, person_id),
    sha256 text NOT NULL, signer_kid text NOT NULL, received_at timestamptz(3) NOT NULL,
    CONSTRAINT ck_accepted_envelope_person CHECK ((typ = 'answer') = (person_id IS NOT NULL)));

  CREATE TABLE envelope_refusal (
    refusal_id uuid NOT NULL CONSTRAINT pk_envelope_refusal PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid, place text NOT NULL, envelope_id uuid NOT NULL, reason_code text NOT NULL,
    presented_by text NOT NULL, presenter_agency_id text, at timestamptz(3) NOT NULL);
  CREATE INDEX ix_envelope_refusal_partnership ON envelope_refusal (partnership_id, at DESC);`;

const NAMES = ['system_key', 'system_key_end', 'accepted_envelope', 'envelope_refusal'];

/**
 * Signing keys of agencies' own systems, when each stopped counting, which envelopes were found good and which were not. All of it is added to
 * and never changed: no revocation can be taken back.
 */
export class CreateSystemKeys1795305600050 implements MigrationInterface {
  readonly name = 'CreateSystemKeys1795305600050';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    for (const table of NAMES) await grantToAppRole(queryRunner, table, ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ${[...NAMES].reverse().join(', ')}`);
  }
}
