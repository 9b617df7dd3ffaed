import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  ALTER TABLE person ADD COLUMN school_protected boolean NOT NULL DEFAULT false, ADD COLUMN surgery_protected boolean NOT NULL DEFAULT false`;

/** What contacts said before counts for whom they were found to be, too. */
const FROM_CONTACTS = `
  UPDATE person SET school_protected = hidden.school, surgery_protected = hidden.surgery FROM (
    SELECT person_id, bool_or(said @> '{"schoolProtected": true}') AS school, bool_or(said @> '{"surgeryProtected": true}') AS surgery FROM (
      SELECT person_id, said FROM mention UNION ALL SELECT provisional_person_id, said FROM mention) AS mentioned
     GROUP BY person_id) AS hidden
   WHERE person.person_id = hidden.person_id AND (hidden.school OR hidden.surgery)`;

const NONE_IN_PLAIN = `
  UPDATE person SET address_lines = NULL, postcode = NULL, school = NULL, gp = NULL
   WHERE address_protected OR school_protected OR surgery_protected;
  ALTER TABLE person DROP CONSTRAINT ck_person_protected, ADD CONSTRAINT ck_person_protected CHECK (
    NOT (address_protected OR school_protected OR surgery_protected)
    OR (address_lines IS NULL AND postcode IS NULL AND school IS NULL AND gp IS NULL))`;

const CLEARINGS = `
  CREATE TABLE place_clearing (
    clearing_id uuid CONSTRAINT pk_place_clearing PRIMARY KEY,
    enquiry_id uuid NOT NULL, mention_id uuid NOT NULL, person_id uuid NOT NULL,
    places text[] NOT NULL CONSTRAINT ck_place_clearing_places CHECK (places <@ ARRAY['address', 'school', 'surgery'] AND places <> '{}'),
    reason_kid text NOT NULL, reason_envelope text NOT NULL,
    cleared_by text NOT NULL, cleared_at timestamptz NOT NULL,
    CONSTRAINT fk_place_clearing_mention FOREIGN KEY (enquiry_id, mention_id) REFERENCES mention ON DELETE CASCADE);
  CREATE INDEX ix_place_clearing_enquiry ON place_clearing (enquiry_id, mention_id)`;

/**
 * A protected place takes the others with it: the index holds no address, school or surgery of whom one is protected. And who said that a
 * place need not be kept secret any more; that goes with its mention when the enquiry is erased.
 */
export class ProtectEveryPlace1795305600420 implements MigrationInterface {
  readonly name = 'ProtectEveryPlace1795305600420';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, FROM_CONTACTS, NONE_IN_PLAIN, CLEARINGS]) await queryRunner.query(sql);
    await grantToAppRole(queryRunner, 'person', [
      { UPDATE: ['school', 'gp', 'school_protected', 'surgery_protected'] },
    ]);
    await grantToAppRole(queryRunner, 'place_clearing', ['SELECT', 'INSERT']); // never altered
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE place_clearing');
    await queryRunner.query(`
      ALTER TABLE person DROP CONSTRAINT ck_person_protected, DROP COLUMN school_protected, DROP COLUMN surgery_protected,
        ADD CONSTRAINT ck_person_protected CHECK (NOT address_protected OR (address_lines IS NULL AND postcode IS NULL))`);
  }
}
