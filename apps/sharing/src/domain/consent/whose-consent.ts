import type { IntakeFacts } from '@mash/contracts';
import { personOnRoster, type KnownFacts } from '../compose-question';
import { decidedBy } from '../decided-by';

type Person = IntakeFacts['people'][number];
type Facts = Pick<KnownFacts, 'intake' | 'consents'>;

/** By whose consent somebody is decided: by their own; an unborn child by that of the born brother or sister (rule row R-KIND-01). */
export function whoseConsent({ intake, consents }: Facts, personId: string): string {
  const person = personOnRoster(intake, personId);
  return person === undefined ? personId : decidedBy(person, intake, consents).personId;
}

/** Everybody who is decided by the consent of this person, themselves first: what was said of it reopens what rests on it for each of them. */
export function peopleDecidedBy({ intake, consents }: Facts, person: Person): Person[] {
  const others = intake.people.filter(
    (one) => one.personId !== person.personId && decidedBy(one, intake, consents).personId === person.personId,
  );
  return [person, ...others];
}
