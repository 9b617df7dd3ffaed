import type { IntakeFacts } from '@mash/contracts';
import type { ProtectedPlace } from './decision';

type Person = IntakeFacts['people'][number];

/** An alleged perpetrator, and whoever the roster says acts for or is linked to one. */
const isOnTheirSide = ({ relation, side = 'none' }: Person): boolean => relation === 'ap' || side !== 'none';

/** Whether what is about this person tells where the others are to be found. Of somebody who is not on the roster nobody can say whose side they are on. */
export const tellsOfTheOthers = (person: Person | undefined): boolean => person === undefined || isOnTheirSide(person);

/** Whether a place of this very person is protected. Of somebody who is not on the roster nobody can say. */
export const hidesOwnPlace = (person: Person | undefined): boolean => person?.protected.length !== 0;

/** Every place that is protected for anybody on the roster. */
export const everyProtectedPlace = ({ people }: Pick<IntakeFacts, 'people'>): ProtectedPlace[] => [
  ...new Set(people.flatMap((one) => one.protected)),
];

/**
 * The places that nothing about this person may tell: their own (R-SAFE-01). What is about an alleged perpetrator, or about anybody on that side,
 * tells where the others are to be found ("arrested outside her new flat"), so that everybody's count (R-SAFE-02, "about ap"). So they do of
 * somebody who is not on the roster: nobody can say whose side they are on.
 */
export function protectedPlacesAbout(
  intake: Pick<IntakeFacts, 'people'>,
  person: Person | undefined,
): readonly ProtectedPlace[] {
  return person === undefined || isOnTheirSide(person) ? everyProtectedPlace(intake) : person.protected;
}
