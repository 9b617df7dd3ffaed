import { enquiryPath } from '../enquiry/shared/enquiry-sections';

/** Pages of what one person of an enquiry has agreed to. Ids only, so they may stand in an address. */
export const consentPath = (reference: string, personId: string, rest = ''): string =>
  enquiryPath(reference, `/people/${personId}/consent${rest}`);
