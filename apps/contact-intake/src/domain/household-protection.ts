import type { ProtectedPlace } from '@mash/contracts';
import { placesKept } from './kept-secret';
import type { Person } from './person';
import type { RosterMention } from './roster';

type Mention = Pick<RosterMention, 'personId' | 'provisionalPersonId' | 'householdId' | 'said'>;
/** Persons of the index, by id: whom the mentions stand for, and their provisional ones. */
export type Persons = ReadonlyMap<string, Person>;

/**
 * What is protected of a mention itself: under whom it stands for, and as its own provisional person, which began with what was said and
 * follows what is marked or cleared since. Where that one cannot be had, what was said counts: the careful way.
 */
export const protectedOf = ({ personId, provisionalPersonId, said }: Mention, persons: Persons): ProtectedPlace[] =>
  placesKept(persons.get(personId), persons.get(provisionalPersonId) ?? said);

/** By any enquiry they live with somebody whose address is protected. */
const isInHiddenHome = ({ personId, provisionalPersonId }: Mention, persons: Persons): boolean =>
  [personId, provisionalPersonId].some((id) => persons.get(id)?.inHiddenHome === true);

/** Whether it would tell a protected address to say where they live: theirs, or that of somebody they live with. */
const hidesHome = (mention: Mention, persons: Persons): boolean =>
  protectedOf(mention, persons).includes('address') || isInHiddenHome(mention, persons);

/**
 * Whether a place of anybody on the roster is left out (`protectedPlaces`): then nothing that was typed beside its people tells one. Of whoever shares a home
 * with somebody on it nothing needs asking: that one stands there themselves.
 */
export const somebodyHides = (roster: readonly Mention[], persons: Persons): boolean =>
  roster.some((mention) => protectedOf(mention, persons).length > 0 || isInHiddenHome(mention, persons));

/** The places of one mention that are left out everywhere (rule book R-SAFE-01). A protected address protects the whole household's. */
export function protectedPlaces(mention: Mention, roster: readonly Mention[], persons: Persons): ProtectedPlace[] {
  const own = protectedOf(mention, persons);
  if (own.includes('address')) return own;
  const { householdId } = mention;
  const home = householdId === undefined ? [] : roster.filter((one) => one.householdId === householdId);
  return [mention, ...home].some((one) => hidesHome(one, persons)) ? ['address', ...own] : own;
}
