import type { Telling } from '../releases/judge-thing';
import type { OutwardProductRow } from './outward-product.repository';

/** To whom a product goes, and for what: as it was put together, for nobody's account but the team's. */
export const tellingOf = ({ audience, toAgencyId, purpose, madeBy: askedBy }: OutwardProductRow): Telling => ({
  ...{ mode: 'onward', purpose, audience, toAgencyId, askedBy },
});
