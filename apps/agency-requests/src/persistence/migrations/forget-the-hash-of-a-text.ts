import type { MigrationInterface, QueryRunner } from 'typeorm';

const EMPTY = `jsonb_set(envelope, '{data,textHash}', '""')`;
const THESE = `type = 'agency-requests.request-proposed'`;

/**
 * Runs inside `erase_enquiry`, as its owner: the app role may change no event. The outbox first: what the relay moves meanwhile lies in the
 * archive by then.
 */
const FORGET = `
  CREATE FUNCTION forget_the_hash_of_a_text() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    UPDATE outbox SET envelope = ${EMPTY} WHERE key = NEW.enquiry_id::text AND ${THESE};
    UPDATE outbox_archive SET envelope = ${EMPTY} WHERE key = NEW.enquiry_id::text AND ${THESE};
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION forget_the_hash_of_a_text() FROM PUBLIC;
  CREATE TRIGGER forget_the_hash_of_a_text AFTER INSERT ON erased_enquiry FOR EACH ROW EXECUTE FUNCTION forget_the_hash_of_a_text();`;

const ERASED_BEFORE = `
  UPDATE outbox_archive SET envelope = ${EMPTY}
   WHERE ${THESE} AND key IN (SELECT enquiry_id::text FROM erased_enquiry);`;

/** The hash of a sealed text confirms a guess at it: it goes from the events that earlier versions put it into, once their enquiry is erased. */
export class ForgetTheHashOfAText1795305600651 implements MigrationInterface {
  readonly name = 'ForgetTheHashOfAText1795305600651';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX ix_outbox_archive_forgettable ON outbox_archive (key) WHERE ${THESE}`);
    await queryRunner.query(FORGET);
    await queryRunner.query(ERASED_BEFORE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER forget_the_hash_of_a_text ON erased_enquiry');
    await queryRunner.query('DROP FUNCTION forget_the_hash_of_a_text()');
    await queryRunner.query('DROP INDEX ix_outbox_archive_forgettable');
  }
}
