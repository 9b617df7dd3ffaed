/** Everybody in the index whom the mentions `m` stand for or stood for first. */
const PERSONS_OF = (m: string) =>
  `CROSS JOIN LATERAL (VALUES (${m}.person_id), (${m}.provisional_person_id)) AS one (person_id)`;
const ABOUT = (m: string, ids: string) => `(${m}.person_id ${ids} OR ${m}.provisional_person_id ${ids})`;
/** The same home is the same household of one roster, as in `household-protection.ts`. */
const SAME_HOME = 'lives.enquiry_id = hidden.enquiry_id AND lives.household_id = hidden.household_id';

/**
 * Whether one of these persons lives, on the roster of any enquiry, with somebody whose address that same enquiry protects: the mark is on
 * their provisional person there. An older roster does not count by whom they were found to be alone: whoever they fled from is on it.
 */
export const inHiddenHome = (ids: string) => `EXISTS (
  SELECT 1 FROM mention lives JOIN mention hidden ON ${SAME_HOME}
    JOIN person p ON p.person_id = hidden.provisional_person_id AND p.address_protected
   WHERE ${ABOUT('lives', `IN (${ids})`)})`;

/**
 * Whether a place of whom the mention `m` speaks is kept secret: under whom it stands for, as its own provisional person (another enquiry
 * may have cleared the first alone), or because of somebody with whom they live.
 */
export const IS_HIDDEN = `(
  EXISTS (SELECT 1 FROM person p WHERE p.person_id IN (m.person_id, m.provisional_person_id)
     AND (p.address_protected OR p.school_protected OR p.surgery_protected))
  OR EXISTS (SELECT 1 FROM mention hidden JOIN person p ON ${ABOUT('hidden', '= p.person_id')} AND p.address_protected
      WHERE hidden.enquiry_id = m.enquiry_id AND hidden.household_id = m.household_id)
  OR ${inHiddenHome('m.person_id, m.provisional_person_id')})`;

/** These people and all who live with one of them on any roster: in one order, so that two changes never lock each other out. */
export const LOCK_HOMES = `
  SELECT person_id FROM person WHERE person_id IN (
    SELECT unnest($1::uuid[]) UNION
    SELECT one.person_id FROM mention hidden JOIN mention lives ON ${SAME_HOME} ${PERSONS_OF('lives')}
     WHERE ${ABOUT('hidden', '= ANY($1::uuid[])')})
   ORDER BY person_id FOR NO KEY UPDATE`;

/** No place stays in the index of whoever lives, on any roster, with somebody of this one whose address is protected. */
export const EMPTY_HIDDEN_HOMES = `
  UPDATE person SET address_lines = NULL, postcode = NULL, school = NULL, gp = NULL WHERE person_id IN (
    SELECT one.person_id FROM mention here
      JOIN person p ON p.person_id IN (here.person_id, here.provisional_person_id) AND p.address_protected
      JOIN mention hidden ON ${ABOUT('hidden', '= p.person_id')}
      JOIN mention lives ON ${SAME_HOME} ${PERSONS_OF('lives')}
     WHERE here.enquiry_id = $1)
   AND num_nonnulls(address_lines, postcode, school, gp) > 0`;
