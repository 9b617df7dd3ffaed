import type { ProtectedPlace } from '@mash/contracts';

/** What is said, or known, to be protected of somebody. */
export interface KeptSecret {
  readonly addressProtected?: boolean | undefined;
  readonly schoolProtected?: boolean | undefined;
  readonly surgeryProtected?: boolean | undefined;
}

const FLAGS = { address: 'addressProtected', school: 'schoolProtected', surgery: 'surgeryProtected' } as const;

/** The places, in the order in which they are always named. */
export const PLACES = ['address', 'school', 'surgery'] as const satisfies readonly ProtectedPlace[];

/** Those of somebody's places that are protected. */
export const placesKept = (...sources: readonly (KeptSecret | undefined)[]): ProtectedPlace[] =>
  PLACES.filter((place) => sources.some((one) => one?.[FLAGS[place]] === true));

/** One protected place takes the others with it, everywhere (rule book R-SAFE-01): a school tells in which town somebody hides. */
export const isKeptSecret = (one: KeptSecret): boolean => placesKept(one).length > 0;
