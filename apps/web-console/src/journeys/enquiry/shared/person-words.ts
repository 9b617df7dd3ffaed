import { ageWords, partialDateOf } from '@mash/clocks';
import type { AgeBand, PersonKind, Roster } from '@mash/contracts';

type RosterPerson = Roster['people'][number];

const KIND: Readonly<Record<PersonKind, string>> = { child: 'child', unborn: 'unborn baby', adult: 'adult' };

/** An age band with a true dash: "5 to 10", "unborn", "age not known". */
export function ageBandWords(band: AgeBand): string {
  if (band === 'not_known') return 'age not known';
  return band.replace('-', ' to ');
}

/** Somebody without a name: "child, 5 to 10". Never more than the queue may say. */
export function kindAndAge({ kind, ageBand }: { kind: PersonKind; ageBand: AgeBand }): string {
  if (kind === 'child') return `child, ${ageBandWords(ageBand)}`;
  return KIND[kind];
}

/** Age in words beside a name: "8 years", "unborn, expected 14 March 2027"; the band where no date is known. */
export function ageOf(person: Pick<RosterPerson, 'birthDate' | 'expectedDate' | 'ageBand'>, now: Date): string {
  const birthDate = person.birthDate && partialDateOf(person.birthDate);
  const { expectedDate } = person;
  if (birthDate === undefined && expectedDate === undefined) return ageBandWords(person.ageBand);
  const approximate = person.birthDate?.approximate;
  return ageWords({ birthDate, expectedDate, approximate }, now);
}

/** "2 children (5 to 10, 11 to 15), 1 unborn baby, 2 adults": no names. */
export function peopleWithoutNames(people: readonly { kind: PersonKind; ageBand: AgeBand }[]): string {
  const children = people.filter(({ kind }) => kind === 'child');
  const unborn = people.filter(({ kind }) => kind === 'unborn').length;
  const adults = people.filter(({ kind }) => kind === 'adult').length;
  const count = (number: number, one: string, many: string): string[] =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const ages = children.map(({ ageBand }) => ageBandWords(ageBand)).join(', ');
  const words = [
    ...count(children.length, 'child', 'children').map((text) => `${text} (${ages})`),
    ...count(unborn, 'unborn baby', 'unborn babies'),
    ...count(adults, 'adult', 'adults'),
  ];
  return words.length === 0 ? 'Nobody on the roster yet' : words.join(', ');
}
