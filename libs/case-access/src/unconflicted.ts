/** In SQL: rows of enquiries in which this account has no conflict of interest. @param account its placeholder */
export const unconflicted = (enquiryColumn: string, account: string): string =>
  `NOT EXISTS (SELECT 1 FROM case_access its WHERE its.enquiry_id = ${enquiryColumn} AND ${account} = ANY(its.conflicts))`;
