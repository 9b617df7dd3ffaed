import { newId, type IntakeFacts } from '@mash/contracts';

type Person = IntakeFacts['people'][number];

/** An adult of the roster, matched, of whom nothing else is known. */
export const anAdult = (about: Partial<Person> = {}): Person => ({
  ...{ personId: newId(), kind: 'adult', relation: 'household', identity: 'confirmed', objects: false },
  ...{ dispute: 'none', parentalResponsibilityProven: false, competence: 'yes', protected: [], ...about },
});
