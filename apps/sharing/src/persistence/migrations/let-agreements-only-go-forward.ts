import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE FUNCTION refuse_agreement_going_back() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'proposed' OR NEW.stopped_at IS NOT NULL OR NEW.stopped_by IS NOT NULL THEN
          RAISE EXCEPTION 'A version begins as proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_agreement_goes_forward';
        END IF;
        RETURN NEW;
      END IF;
      IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
          ('proposed', 'approved'), ('proposed', 'superseded'), ('approved', 'in_force'), ('approved', 'superseded'),
          ('in_force', 'superseded'), ('in_force', 'stopped')) THEN
        RAISE EXCEPTION 'A version does not go from % to %', OLD.state, NEW.state
          USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_agreement_goes_forward';
      END IF;
      IF (NEW.stopped_at, NEW.stopped_by) IS DISTINCT FROM (OLD.stopped_at, OLD.stopped_by)
          AND NOT (OLD.state = 'in_force' AND NEW.state = 'stopped' AND NEW.stopped_at IS NOT NULL AND NEW.stopped_by IS NOT NULL) THEN
        RAISE EXCEPTION 'Who stopped a version and when is written once' USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_agreement_goes_forward';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER tg_agreement_goes_forward BEFORE INSERT OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION refuse_agreement_going_back();`;

const DOWN = `
  DROP TRIGGER tg_agreement_goes_forward ON agreement;
  DROP FUNCTION refuse_agreement_going_back();`;

/**
 * Where a version stands only ever goes forward: what was stopped is not in force again, and nothing comes into force that its parties did not
 * approve, whatever the service itself is made to write. To share again a later version goes the whole way.
 */
export class LetAgreementsOnlyGoForward1795305600220 implements MigrationInterface {
  readonly name = 'LetAgreementsOnlyGoForward1795305600220';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
