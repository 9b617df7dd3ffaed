import { grantExecuteToAppRole } from '@mash/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Version {
  readonly signature: string;
  readonly parameters: string;
  /** Who else may be a person of this enquiry alone. */
  readonly concerned: string;
  /** What else speaks of a person. */
  readonly spoken: string;
}

const erase = (also: Version): string => `
  CREATE FUNCTION erase_enquiry(${also.parameters}) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    gone integer := 0;
    touched integer;
    its_contact uuid;
    concerned uuid[];
    unspoken uuid[];
    forgotten text;
  BEGIN
    INSERT INTO erased_enquiry (enquiry_id, partnership_id, erasure_id, erased_at) VALUES (erased, partnership, erasure, at) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN 0; END IF;
    SELECT contact_id INTO its_contact FROM contact WHERE enquiry_id = erased AND partnership_id = partnership FOR UPDATE;
    IF its_contact IS NULL THEN RETURN 0; END IF;
    PERFORM 1 FROM roster WHERE enquiry_id = erased FOR UPDATE;
    SELECT array_agg(DISTINCT person_id) INTO concerned FROM (
      SELECT person_id FROM mention WHERE enquiry_id = erased UNION SELECT provisional_person_id FROM mention WHERE enquiry_id = erased
      UNION SELECT person_id FROM match_trail WHERE enquiry_id = erased UNION SELECT person_id FROM person_fact WHERE enquiry_id = erased${also.concerned}) here;
    PERFORM 1 FROM person WHERE person_id = ANY(concerned) ORDER BY person_id FOR UPDATE;

    UPDATE contact SET envelope = '', presenting_issues = '{}' WHERE contact_id = its_contact;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM captured_mail WHERE contact_id = its_contact;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM telephone_task WHERE contact_id = its_contact AND done_at IS NULL;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM draft WHERE partnership_id = partnership AND (draft_id = its_contact OR about IN (erased, its_contact) OR key_id = ANY(key_ids));
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM search_candidate WHERE search_id IN (SELECT search_id FROM person_search WHERE enquiry_id = erased);
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM match_trail WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM person_search WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM person_fact WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM consent_statement WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM mention WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM roster WHERE enquiry_id = erased;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;

    SELECT array_agg(p.person_id) INTO unspoken FROM person p
     WHERE p.person_id = ANY(concerned)
       AND NOT EXISTS (SELECT 1 FROM mention m WHERE m.person_id = p.person_id OR m.provisional_person_id = p.person_id)
       AND NOT EXISTS (SELECT 1 FROM person_fact f WHERE f.person_id = p.person_id)
       AND NOT EXISTS (SELECT 1 FROM allocated_worker w WHERE w.person_id = p.person_id)${also.spoken};
    SELECT string_agg(format('%I = DEFAULT', a.attname), ', ') INTO forgotten FROM pg_attribute a
     WHERE a.attrelid = 'person'::regclass AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attname NOT IN ('person_id', 'partnership_id', 'kind', 'created_at');
    EXECUTE format('UPDATE person SET %s WHERE person_id = ANY($1)', forgotten) USING unspoken;
    GET DIAGNOSTICS touched = ROW_COUNT; gone := gone + touched;
    DELETE FROM person p WHERE p.person_id = ANY(unspoken)
       AND NOT EXISTS (SELECT 1 FROM search_candidate c WHERE c.person_id = p.person_id)
       AND NOT EXISTS (SELECT 1 FROM match_trail t WHERE t.person_id = p.person_id);
    RETURN gone;
  END $$;`;

const BEFORE: Version = {
  signature: 'erase_enquiry(uuid, uuid, uuid, text[], timestamptz)',
  parameters: 'erased uuid, partnership uuid, erasure uuid, key_ids text[], at timestamptz',
  concerned: '',
  spoken: '',
};
const SPARING: Version = {
  signature: 'erase_enquiry(uuid, uuid, uuid, text[], timestamptz, uuid[])',
  parameters: `${BEFORE.parameters}, held uuid[]`,
  concerned: `
      UNION SELECT c.person_id FROM search_candidate c JOIN person_search s USING (search_id) WHERE s.enquiry_id = erased`,
  spoken: `
       AND NOT EXISTS (SELECT 1 FROM search_candidate c JOIN person_search s USING (search_id) WHERE c.person_id = p.person_id AND s.enquiry_id = ANY(held))
       AND NOT EXISTS (SELECT 1 FROM match_trail t WHERE t.person_id = p.person_id AND t.enquiry_id = ANY(held))`,
};

async function replace(queryRunner: QueryRunner, before: Version, after: Version): Promise<void> {
  await queryRunner.query(`DROP FUNCTION ${before.signature}`);
  await queryRunner.query(erase(after));
  await grantExecuteToAppRole(queryRunner, after.signature);
}

/**
 * A search of an enquiry under legal hold, and whom it ruled out, say nothing any more once the person's particulars are gone: they stay as long as
 * that enquiry does. Whom nobody but a search of an erased enquiry met goes with it.
 */
export class SpareWhomAHeldEnquiryMet1795305600652 implements MigrationInterface {
  readonly name = 'SpareWhomAHeldEnquiryMet1795305600652';

  async up(queryRunner: QueryRunner): Promise<void> {
    await replace(queryRunner, BEFORE, SPARING);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replace(queryRunner, SPARING, BEFORE);
  }
}
