import type { Birth } from '@mash/clocks';
import type { BirthDate, PersonKind } from '@mash/contracts';
import { saidDate } from './said-date';

/** What is known of somebody's birth, as a mention or a person of the index carries it. */
export interface SaidBirth {
  readonly kind: PersonKind;
  readonly birthDate?: BirthDate | undefined;
  readonly expectedDate?: string | undefined;
}

/** The same, as the clocks library reads it. */
export function birthOf({ birthDate, expectedDate }: SaidBirth): Birth {
  if (birthDate === undefined) return { expectedDate };
  return { birthDate: saidDate(birthDate), expectedDate, approximate: birthDate.approximate };
}
