import type { AgeBand, PersonKind, PersonRelation } from '@mash/contracts';

/** One person of the household roster, by id: this service knows no names. */
export interface RosterPerson {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly ageBand: AgeBand;
  readonly relation: PersonRelation;
}

/** Whom a decision is about: children, the unborn among them. */
export const isChild = ({ kind }: RosterPerson): boolean => kind !== 'adult';

/** Nobody is on it for whom the hub could act. With a blank roster only Red is accepted. */
export const isBlank = (people: readonly RosterPerson[]): boolean => !people.some(isChild);
