import { ConsentKind, type IntakeFacts } from '@mash/contracts';
import { personOnRoster, type KnownFacts } from '../compose-question';
import { decidedBy } from '../decided-by';

type Person = IntakeFacts['people'][number];
type Facts = Pick<KnownFacts, 'intake' | 'consents'>;

/** By whose consent of one kind somebody is decided: by their own; an unborn child by that of the born brother or sister (rule row R-KIND-01). */
export function whoseConsent({ intake, consents }: Facts, personId: string, kind: ConsentKind): string {
  const person = personOnRoster(intake, personId);
  return person === undefined ? personId : decidedBy(person, intake, consents, kind).personId;
}

/** The same, whatever the kind. */
export const whoseConsents = (facts: Facts, personId: string): readonly string[] =>
  ConsentKind.options.map((kind) => whoseConsent(facts, personId, kind));

/** Everybody who is decided by the consent of this person, of one kind or of any, themselves first: what was said of it reopens what rests on it for each of them. */
export function peopleDecidedBy({ intake, consents }: Facts, person: Person, of?: ConsentKind): Person[] {
  const kinds = of === undefined ? ConsentKind.options : [of];
  const others = intake.people.filter(
    (one) =>
      one.personId !== person.personId &&
      kinds.some((kind) => decidedBy(one, intake, consents, kind).personId === person.personId),
  );
  return [person, ...others];
}
