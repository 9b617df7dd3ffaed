import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  CREATE TABLE person (
    person_id uuid CONSTRAINT pk_person PRIMARY KEY,
    partnership_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_person_kind CHECK (kind IN ('child', 'unborn', 'adult')),
    forenames text, surname text, aliases text[] NOT NULL DEFAULT '{}',
    birth_year smallint, birth_month smallint, birth_day smallint, birth_approximate boolean NOT NULL DEFAULT false,
    expected_date text,
    sex text, ethnicity text, disability text[] NOT NULL DEFAULT '{}', language text, interpreter text,
    address_lines text, postcode text, address_protected boolean NOT NULL DEFAULT false,
    school text, gp text, telephone text,
    nhs_number text, nhs_number_typed text, upn text, upn_typed text,
    created_at timestamptz NOT NULL,
    CONSTRAINT ck_person_protected CHECK (NOT address_protected OR (address_lines IS NULL AND postcode IS NULL)));
  CREATE INDEX ix_person_partnership ON person (partnership_id);

  CREATE TABLE roster (
    enquiry_id uuid CONSTRAINT pk_roster PRIMARY KEY CONSTRAINT fk_roster_contact REFERENCES contact (enquiry_id),
    partnership_id uuid NOT NULL,
    household_id uuid NOT NULL,
    version integer NOT NULL,
    confirmed boolean NOT NULL DEFAULT false,
    confirmed_at timestamptz, confirmed_by text,
    who_else text CONSTRAINT ck_roster_who_else CHECK (who_else IN ('nobody_else', 'added', 'not_known')),
    who_says_so text,
    CONSTRAINT ck_roster_confirmed CHECK (NOT confirmed OR (confirmed_at IS NOT NULL AND who_says_so IS NOT NULL)));

  CREATE TABLE mention (
    enquiry_id uuid NOT NULL CONSTRAINT fk_mention_roster REFERENCES roster,
    mention_id uuid NOT NULL,
    position integer NOT NULL,
    partnership_id uuid NOT NULL,
    origin text NOT NULL CONSTRAINT ck_mention_origin CHECK (origin IN ('contact', 'roster')),
    said jsonb NOT NULL,
    person_id uuid NOT NULL CONSTRAINT fk_mention_person REFERENCES person,
    provisional_person_id uuid NOT NULL CONSTRAINT fk_mention_provisional_person REFERENCES person,
    matched text NOT NULL CONSTRAINT ck_mention_matched CHECK (matched IN ('matched', 'new', 'cannot_tell', 'not_looked')),
    relation text NOT NULL, relationship text,
    lives_in_household text, parental_responsibility text, parental_responsibility_known_how text, who_says_so text,
    household_id uuid,
    same_person_keys text[] NOT NULL,
    blocking_keys text[] NOT NULL,
    CONSTRAINT pk_mention PRIMARY KEY (enquiry_id, mention_id));
  CREATE INDEX ix_mention_person ON mention (person_id);
  CREATE INDEX ix_mention_same_person ON mention USING gin (same_person_keys);
  CREATE INDEX ix_mention_blocking ON mention USING gin (blocking_keys);

  CREATE TABLE consent_statement (
    statement_id uuid CONSTRAINT pk_consent_statement PRIMARY KEY,
    enquiry_id uuid NOT NULL CONSTRAINT fk_consent_statement_roster REFERENCES roster,
    mention_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL, state text NOT NULL, ground text,
    given_by text NOT NULL, given_by_mention_id uuid,
    stated_at timestamptz NOT NULL,
    CONSTRAINT fk_consent_statement_mention FOREIGN KEY (enquiry_id, mention_id) REFERENCES mention);
  CREATE INDEX ix_consent_statement_enquiry ON consent_statement (enquiry_id);`;

const ROSTER_STATE = ['version', 'confirmed', 'confirmed_at', 'confirmed_by', 'who_else', 'who_says_so'];
const SCREENED = [
  'person_id',
  'matched',
  'relation',
  'relationship',
  'lives_in_household',
  'parental_responsibility',
  'parental_responsibility_known_how',
  'who_says_so',
  'household_id',
];

/** People as they were mentioned, the persons that the mentions stand for, and the roster of each enquiry. */
export class CreatePeopleIndex1795132910000 implements MigrationInterface {
  readonly name = 'CreatePeopleIndex1795132910000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    // An address that becomes protected is taken out of the index; nothing else of a person is written over.
    await grantToAppRole(queryRunner, 'person', [
      'SELECT',
      'INSERT',
      { UPDATE: ['address_lines', 'postcode', 'address_protected'] },
    ]);
    await grantToAppRole(queryRunner, 'roster', ['SELECT', 'INSERT', { UPDATE: ROSTER_STATE }]);
    await grantToAppRole(queryRunner, 'mention', ['SELECT', 'INSERT', { UPDATE: SCREENED }]); // what was said stays
    await grantToAppRole(queryRunner, 'consent_statement', ['SELECT', 'INSERT']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE consent_statement, mention, roster, person');
  }
}
