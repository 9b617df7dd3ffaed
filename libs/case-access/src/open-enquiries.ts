import { sqlFilterFor, type PersonActor, type SqlFilter } from '@mash/authorisation';
import { caseAccessColumns } from './case-access-columns';

/** Where an enquiry's rows lie: the columns of its id and its partnership, each with its table. */
export interface EnquiryPlace {
  readonly enquiryId: string;
  readonly partnershipId: string;
}

/**
 * In SQL: rows of enquiries whose work the actor may read, by the rules that `can(actor, 'read', enquiry)` asks of one.
 *
 * @param firstParam number of the first placeholder
 * @returns `null` where there could be none: run no query then
 */
export const openEnquiries = (
  actor: PersonActor,
  { enquiryId, partnershipId }: EnquiryPlace,
  { now, firstParam }: { now: Date; firstParam: number },
): SqlFilter | null => {
  const columns = { id: enquiryId, partnershipId, ...caseAccessColumns(enquiryId, now) };
  return sqlFilterFor(actor, 'read', 'Enquiry', columns, firstParam);
};
