import type { SqlFilter } from '@mash/authorisation';
import { readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { monthsBefore } from '../domain/months-before';

/** Other contacts about one person: never the one in hand. */
export interface ContactsOfPerson {
  readonly personId: string;
  readonly in6Months: number;
  readonly in12Months: number;
}

/** Whom to look for: persons that a human has matched, and for the others keys under which they are very probably the same. */
export interface SoughtPeople {
  readonly partnershipId: string;
  readonly enquiryId: string;
  readonly personIds: readonly string[];
  readonly samePersonKeys: readonly string[];
}

const ofPersons = (seen: string) => `
  SELECT m.person_id, count(DISTINCT c.contact_id)::int AS in_12_months,
         count(DISTINCT c.contact_id) FILTER (WHERE c.received_at >= $4)::int AS in_6_months
    FROM mention m JOIN contact c USING (enquiry_id)
   WHERE m.person_id = ANY($1::uuid[]) AND m.enquiry_id <> $2 AND c.received_at >= $3 AND ${seen}
   GROUP BY m.person_id`;
const ABOUT_THEM = `
  SELECT count(DISTINCT c.contact_id)::int AS contacts FROM mention m JOIN contact c USING (enquiry_id)
   WHERE m.partnership_id = $1 AND m.enquiry_id <> $2 AND c.received_at >= $3
     AND NOT EXISTS (SELECT 1 FROM case_access its WHERE its.enquiry_id = m.enquiry_id AND its.restricted)
     AND (m.person_id = ANY($4::uuid[]) OR m.same_person_keys && $5::text[])`;

@Injectable()
export class RepeatContactsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param seen the mentions, as `m`, of enquiries that the reader may see: its placeholders begin at 5 */
  async ofPersons(
    enquiryId: string,
    personIds: readonly string[],
    now: Date,
    seen: SqlFilter | null,
  ): Promise<ContactsOfPerson[]> {
    if (seen === null) return [];
    const values = [personIds, enquiryId, monthsBefore(now, 12), monthsBefore(now, 6), ...seen.params];
    return readRows<ContactsOfPerson>(this.dataSource, ofPersons(seen.where), values);
  }

  /**
   * How many other contacts of the last twelve months are about any of these people. It goes out to whoever sees the enquiry, so restricted
   * ones are not counted: who is named for them sees them counted on the roster's page.
   */
  async aboutAny(from: Tx, sought: SoughtPeople, now: Date): Promise<number> {
    const { partnershipId, enquiryId, personIds, samePersonKeys } = sought;
    const values = [partnershipId, enquiryId, monthsBefore(now, 12), personIds, samePersonKeys];
    const [found] = await readRows<{ contacts: number }>(from, ABOUT_THEM, values);
    return found?.contacts ?? 0;
  }
}
