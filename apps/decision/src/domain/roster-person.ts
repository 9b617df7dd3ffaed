import { isChildOfTheWorry, type AgeBand, type PersonKind, type PersonRelation } from '@mash/contracts';

/** One person of the household roster, by id: this service knows no names. */
export interface RosterPerson {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly ageBand: AgeBand;
  readonly relation: PersonRelation;
}

/** Nobody is on it for whom the hub could act. With a blank roster only Red is accepted. */
export const isBlank = (people: readonly RosterPerson[]): boolean => !people.some(isChildOfTheWorry);
