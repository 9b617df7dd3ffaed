import { readRows } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What stood for a person in an enquiry. */
export interface FormerId {
  readonly enquiryId: string;
  readonly personId: string;
}

/** As `formerIdsOf` has them for one roster; and of a concern's people its contact, under whose id is kept what nobody can be named for yet. */
const FORMER = `
  WITH mine AS (SELECT enquiry_id, mention_id, provisional_person_id, relation FROM mention WHERE partnership_id = $1 AND person_id = $2),
  stood AS (
    SELECT enquiry_id, provisional_person_id AS person_id FROM mine
    UNION SELECT t.enquiry_id, t.person_id FROM match_trail t JOIN mine USING (enquiry_id, mention_id) WHERE t.action = 'same'
    UNION SELECT c.enquiry_id, c.contact_id FROM contact c JOIN mine USING (enquiry_id) WHERE mine.relation = 'concern')
  SELECT enquiry_id, person_id FROM stood
   WHERE NOT EXISTS (SELECT 1 FROM mention m WHERE m.enquiry_id = stood.enquiry_id AND m.person_id = stood.person_id)
   ORDER BY enquiry_id, person_id`;

@Injectable()
export class FormerIdRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every other id under which this person stood, in every enquiry of the partnership. An id that somebody else of a roster has now is theirs. */
  of(partnershipId: string, personId: string): Promise<FormerId[]> {
    return readRows<FormerId>(this.dataSource, FORMER, [partnershipId, personId]);
  }
}
