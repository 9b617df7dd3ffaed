import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE caller (
    contact_id uuid CONSTRAINT pk_caller PRIMARY KEY CONSTRAINT fk_caller_contact REFERENCES contact,
    key_id text NOT NULL,
    envelope text NOT NULL,
    kept_at timestamptz NOT NULL);`;

/** Runs inside `erase_enquiry`, as its owner: the app role may delete no caller. */
const FORGET = `
  CREATE FUNCTION forget_caller() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    DELETE FROM caller USING contact
      WHERE caller.contact_id = contact.contact_id
        AND contact.enquiry_id = NEW.enquiry_id AND contact.partnership_id = NEW.partnership_id;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION forget_caller() FROM PUBLIC;
  CREATE TRIGGER forget_caller AFTER INSERT ON erased_enquiry FOR EACH ROW EXECUTE FUNCTION forget_caller();`;

/** Who told, in a row and an envelope of its own: whoever reads a concern does not read who brought it. It goes when its enquiry is erased. */
export class KeepCallers1795305600080 implements MigrationInterface {
  readonly name = 'KeepCallers1795305600080';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(FORGET);
    await grantToAppRole(queryRunner, 'caller', ['SELECT', 'INSERT']); // never altered
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER forget_caller ON erased_enquiry');
    await queryRunner.query('DROP FUNCTION forget_caller()');
    await queryRunner.query('DROP TABLE caller');
  }
}
