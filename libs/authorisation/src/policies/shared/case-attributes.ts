import { z } from 'zod';

/** What every record has: an identity, and the partnership it belongs to. */
export const recordAttributes = { id: z.string().min(1), partnershipId: z.uuid() };

/**
 * What decides who may see the work on one enquiry. Kept by `decision`; other services hear of it (`@mash/case-access`).
 * Every attribute is required: a record loaded without one is a defect and refused as such (libs/authorisation/README.md).
 */
export const caseAttributes = {
  ...recordAttributes,
  restricted: z.boolean().describe('Seen by named people only'),
  namedAccess: z.array(z.string()).describe('Account ids that may see a restricted case'),
  conflicts: z.array(z.string()).describe('Account ids kept out for a conflict of interest'),
};

/** The case attributes of an enquiry that nobody has restricted, or of which nothing was heard yet. */
export const openToTheHub: { restricted: boolean; namedAccess: string[]; conflicts: string[] } = {
  restricted: false,
  namedAccess: [],
  conflicts: [],
};
