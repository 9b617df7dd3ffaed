import type { EnquiryView } from '@mash/contracts';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';

/**
 * Leaves out a part of a page whose service does not answer. So too one whose service has not heard yet that the glass was broken, or keeps its
 * part for the hub: the enquiry itself is open, and a page that reads "not found" would be wrong.
 */
export const unlessHad =
  ({ brokenGlass }: Pick<EnquiryView, 'brokenGlass'>) =>
  (error: unknown): undefined => {
    const isShut = error instanceof ServiceProblem && error.status === 404 && brokenGlass !== undefined;
    if (error instanceof ServiceDown || isShut) return undefined;
    throw error;
  };
