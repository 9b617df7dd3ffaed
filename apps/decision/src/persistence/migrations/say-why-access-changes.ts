import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE access_change (
    change_id uuid NOT NULL CONSTRAINT pk_access_change PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_access_change_enquiry REFERENCES enquiry,
    version integer NOT NULL, restricted boolean NOT NULL,
    changed_by text NOT NULL, changed_at timestamptz(3) NOT NULL,
    kid text NOT NULL, envelope text NOT NULL,
    CONSTRAINT uq_access_change_version UNIQUE (enquiry_id, version));

  CREATE TABLE staff_member (
    account_id uuid NOT NULL CONSTRAINT pk_staff_member PRIMARY KEY,
    partnership_id uuid NOT NULL, agency_id text NOT NULL, roles text[] NOT NULL,
    name text NOT NULL, role_title text NOT NULL, seen_at timestamptz(3) NOT NULL);
  CREATE INDEX ix_staff_member_partnership ON staff_member (partnership_id, name);`;

/** Why somebody changed who may see an enquiry, added and never changed; and whom they can name: everybody who has signed in. */
export class SayWhyAccessChanges1795305600130 implements MigrationInterface {
  readonly name = 'SayWhyAccessChanges1795305600130';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await grantToAppRole(queryRunner, 'access_change', ['SELECT', 'INSERT']);
    await grantToAppRole(queryRunner, 'staff_member', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE staff_member, access_change');
  }
}
