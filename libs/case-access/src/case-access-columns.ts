/** SQL of the case attributes of one row, for `sqlFilterFor`. */
export interface CaseAccessColumns {
  readonly restricted: string;
  readonly namedAccess: string;
  readonly conflicts: string;
}

/**
 * The attributes of the enquiry that a row belongs to, as SQL expressions. An enquiry of which nothing was heard is open to the hub.
 *
 * @param enquiryColumn the row's enquiry, with its table: `contact.enquiry_id`
 * @param now whoever was named for a time only is named until then
 */
export function caseAccessColumns(enquiryColumn: string, now: Date): CaseAccessColumns {
  const its = `FROM case_access its WHERE its.enquiry_id = ${enquiryColumn}`;
  return {
    restricted: `EXISTS (SELECT 1 ${its} AND its.restricted)`,
    namedAccess: `ARRAY(SELECT one->>'accountId' FROM case_access its, jsonb_array_elements(its.named) AS one
      WHERE its.enquiry_id = ${enquiryColumn} AND coalesce((one->>'until')::timestamptz > '${now.toISOString()}', true))`,
    conflicts: `coalesce((SELECT its.conflicts ${its}), '{}'::text[])`,
  };
}
