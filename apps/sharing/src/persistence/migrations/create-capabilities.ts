import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE capability (
    capability_id uuid NOT NULL CONSTRAINT pk_capability PRIMARY KEY,
    kind text NOT NULL CONSTRAINT ck_capability_kind CHECK (kind IN ('request-line', 'notice')),
    about_id uuid NOT NULL, sharing_decision_id uuid CONSTRAINT fk_capability_decision REFERENCES sharing_decision,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, agency_id text NOT NULL, person_id uuid,
    made_at timestamptz(3) NOT NULL, expires_at timestamptz(3) NOT NULL,
    CONSTRAINT uq_capability_about UNIQUE NULLS NOT DISTINCT (kind, about_id, sharing_decision_id),
    CONSTRAINT ck_capability_decision CHECK ((kind = 'request-line') = (sharing_decision_id IS NOT NULL)));
  CREATE INDEX ix_capability_agency ON capability (partnership_id, agency_id, expires_at);`;

/** What an agency's own system may open, once each. Added to, never changed: that one was used stands in `release_call`, under its id. */
export class CreateCapabilities1795305600052 implements MigrationInterface {
  readonly name = 'CreateCapabilities1795305600052';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await grantToAppRole(queryRunner, 'capability', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE capability');
  }
}
