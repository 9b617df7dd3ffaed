import { grantToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  CREATE TABLE holder_notice (
    notice_id uuid NOT NULL CONSTRAINT pk_holder_notice PRIMARY KEY,
    partnership_id uuid NOT NULL, enquiry_id uuid NOT NULL, release_id uuid NOT NULL, agency_id text NOT NULL,
    to_agency_id text NOT NULL, audience text NOT NULL CONSTRAINT ck_holder_notice_audience CHECK (audience IN ('police', 'team_sc')),
    items integer NOT NULL CONSTRAINT ck_holder_notice_items CHECK (items > 0),
    told_at timestamptz(3) NOT NULL, seen_at timestamptz(3), seen_by text,
    CONSTRAINT uq_holder_notice_release UNIQUE (release_id, agency_id),
    CONSTRAINT ck_holder_notice_seen CHECK ((seen_at IS NULL) = (seen_by IS NULL)));
  CREATE INDEX ix_holder_notice_agency ON holder_notice (partnership_id, agency_id, told_at DESC);`;

/**
 * What was told in immediate protection before there were notices: the ledger says of whose. An agency that has answered in the enquiry is a
 * holder; the concern and the hub's own words are nobody else's. With that each holder is told, and the task to tell them is done.
 */
const EARLIER = `
  INSERT INTO holder_notice (notice_id, partnership_id, enquiry_id, release_id, agency_id, to_agency_id, audience, items, told_at)
    SELECT gen_random_uuid(), d.partnership_id, d.enquiry_id, d.release_id, d.from_agency_id, d.recipient_agency_id, d.audience, count(*), min(d.at)
      FROM disclosure d
     WHERE d.mode = 'protect' AND d.visibility = 'shown' AND d.audience IN ('police', 'team_sc') AND d.from_agency_id <> d.recipient_agency_id
       AND EXISTS (SELECT 1 FROM checked_answer a WHERE a.enquiry_id = d.enquiry_id AND a.agency_id = d.from_agency_id AND a.accepted)
     GROUP BY d.partnership_id, d.enquiry_id, d.release_id, d.from_agency_id, d.recipient_agency_id, d.audience;
  UPDATE obligation SET done_at = now(), done_by = 'sharing' WHERE code = 'TELL_HOLDER' AND done_at IS NULL;`;

/** A holder whose information was told in immediate protection, without being asked first, is told so at once. */
export class TellHoldersOfProtection1795305600281 implements MigrationInterface {
  readonly name = 'TellHoldersOfProtection1795305600281';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(EARLIER);
    await grantToAppRole(queryRunner, 'holder_notice', ['SELECT', 'INSERT', { UPDATE: ['seen_at', 'seen_by'] }]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE holder_notice');
  }
}
