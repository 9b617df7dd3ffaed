import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Both events still pass their contracts: an empty list is one. */
const EMPTY = `CASE type WHEN 'contact-intake.contact-recorded' THEN jsonb_set(envelope, '{data,presentingIssues}', '[]')
    ELSE jsonb_set(envelope, '{data,mentions}', '[]') END`;
const THESE = `type IN ('contact-intake.contact-recorded', 'contact-intake.roster-changed')`;

/**
 * Runs inside `erase_enquiry`, as its owner: the app role may change no event. The outbox first: what the relay moves meanwhile lies in the
 * archive by then.
 */
const FORGET = `
  CREATE FUNCTION forget_what_was_announced() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    UPDATE outbox SET envelope = ${EMPTY} WHERE key = NEW.enquiry_id::text AND ${THESE};
    UPDATE outbox_archive SET envelope = ${EMPTY} WHERE key = NEW.enquiry_id::text AND ${THESE};
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION forget_what_was_announced() FROM PUBLIC;
  CREATE TRIGGER forget_what_was_announced AFTER INSERT ON erased_enquiry FOR EACH ROW EXECUTE FUNCTION forget_what_was_announced();`;

const ERASED_BEFORE = `
  UPDATE outbox_archive SET envelope = ${EMPTY}
   WHERE ${THESE} AND key IN (SELECT enquiry_id::text FROM erased_enquiry);`;

/** What a contact was about, and who belongs to it, goes from the events that are kept as well, once its enquiry is erased. */
export class ForgetWhatWasAnnounced1795305600650 implements MigrationInterface {
  readonly name = 'ForgetWhatWasAnnounced1795305600650';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX ix_outbox_archive_forgettable ON outbox_archive (key) WHERE ${THESE}`);
    await queryRunner.query(FORGET);
    await queryRunner.query(ERASED_BEFORE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER forget_what_was_announced ON erased_enquiry');
    await queryRunner.query('DROP FUNCTION forget_what_was_announced()');
    await queryRunner.query('DROP INDEX ix_outbox_archive_forgettable');
  }
}
