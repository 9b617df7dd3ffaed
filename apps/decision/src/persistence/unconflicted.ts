/** In SQL: rows of enquiries in which this account has no conflict of interest. @param account its placeholder */
export const unconflicted = (enquiryColumn: string, account: string): string =>
  `NOT EXISTS (SELECT 1 FROM conflict_of_interest its WHERE its.enquiry_id = ${enquiryColumn} AND its.account_id = ${account})`;
