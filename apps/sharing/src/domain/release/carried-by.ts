import { CarriedObligation } from '@mash/contracts';
import type { ObligationCode } from '../decision';

const isCarried = (code: ObligationCode): code is CarriedObligation & ObligationCode =>
  CarriedObligation.options.some((carried) => carried === code);

/** What of a decision's obligations travels with the item, for whoever sees it (rule book section 5: "travel with the item"). */
export const carriedBy = (obligations: readonly ObligationCode[]): CarriedObligation[] => obligations.filter(isCarried);
