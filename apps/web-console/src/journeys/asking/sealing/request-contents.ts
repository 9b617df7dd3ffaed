import {
  CATEGORIES,
  type Agencies,
  type ContactDetail,
  type Purpose,
  type Roster,
  type RosterPerson,
} from '@mash/contracts';
import type { AskLine } from '../plan/ask-line';
import type { AskedAbout, RequestContent } from './request-content';

export interface RequestGiven {
  readonly agency: Agencies['agencies'][number];
  readonly personId: string;
  readonly lines: readonly AskLine[];
  readonly purpose: Purpose;
  readonly purposeText: string;
  readonly roster: Roster;
  /** As the referrer mentioned them: other names are not in the roster. */
  readonly mentioned: NonNullable<ContactDetail['people']>;
}

/** What one agency will read of one person: enough to search by, and no more. Undefined where the roster does not have them. */
export function requestContent(given: RequestGiven): RequestContent | undefined {
  const person = given.roster.people.find(({ personId }) => personId === given.personId);
  if (person === undefined) return undefined;
  return {
    purpose: given.purpose,
    purposeText: given.purposeText,
    person: askedAbout(person, given),
    questions: given.lines.map(({ category, existenceOnly, widened, why }) => ({
      category,
      label: CATEGORIES[category].label,
      existenceOnly,
      ...(widened && { why }),
    })),
  };
}

/** Whoever is, or stands by, an alleged perpetrator: what they are to the others, as it was typed, may say where those are. */
const tellsOfOthers = ({ relation, side = 'none' }: RosterPerson, { people }: Roster): boolean =>
  (relation === 'ap' || side !== 'none') && people.some(({ addressProtected }) => addressProtected);

function askedAbout(person: RosterPerson, { agency, mentioned, roster }: RequestGiven): AskedAbout {
  const mention = mentioned.find(({ mentionId }) => mentionId === person.mentionId);
  const { birthDate, expectedDate, sex, relationship, nhsNumber, upn } = person;
  return {
    names: [person.displayName],
    aliases: mention?.aliases ?? [],
    kind: person.kind,
    ...(birthDate && { birthDate }),
    ...(expectedDate !== undefined && { expectedDate }),
    ...(sex !== undefined && { sex }),
    addresses: addressesOf(person),
    ...(agency.kind === 'health' && nhsNumber !== undefined && { nhsNumber }),
    ...(agency.kind === 'education' && upn !== undefined && { upn }),
    ...(relationship !== undefined && !tellsOfOthers(person, roster) && { relationship }),
  };
}

/** A hidden address is in no request, whoever asks. */
function addressesOf({ address, addressProtected }: RosterPerson): string[] {
  if (addressProtected || address === undefined) return [];
  const words = [address.lines, address.postcode].filter((part) => part !== undefined && part !== '').join(', ');
  return words === '' ? [] : [words];
}
