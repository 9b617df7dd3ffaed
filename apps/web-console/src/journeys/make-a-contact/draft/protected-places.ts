import type { MentionedPerson, ProtectedPlace } from '@mash/contracts';
import { checkboxes, type FieldView, type Option } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';

/** What may have to be kept secret of a person. */
export const PROTECTED_PLACES: readonly Option<ProtectedPlace>[] = [
  { value: 'address', text: 'The address must be kept secret' },
  { value: 'school', text: 'The school must be kept secret' },
  { value: 'surgery', text: 'The GP surgery must be kept secret' },
];
export const EVERY_PLACE: readonly ProtectedPlace[] = PROTECTED_PLACES.map(({ value }) => value);

const WORDS: Readonly<Record<ProtectedPlace, string>> = { address: 'address', school: 'school', surgery: 'GP surgery' };
/** "address and school". */
export const placeWords = (places: readonly ProtectedPlace[]): string =>
  new Intl.ListFormat('en-GB').format(places.map((place) => WORDS[place]));

const FLAGS = { address: 'addressProtected', school: 'schoolProtected', surgery: 'surgeryProtected' } as const;
export type PlaceFlags = Partial<Pick<MentionedPerson, (typeof FLAGS)[ProtectedPlace]>>;

/** Those that are marked. */
export const placesOf = (flags: PlaceFlags): ProtectedPlace[] =>
  EVERY_PLACE.filter((place) => flags[FLAGS[place]] === true);

/** As a person carries them: what is not marked is left out. */
export const flagsOf = (places: readonly ProtectedPlace[]): PlaceFlags =>
  Object.fromEntries(places.map((place) => [FLAGS[place], true]));

/** As a referrer's page says it; one that was open when the console was renewed has the one box of before. */
export const secretPlaces = (posted: Posted): ProtectedPlace[] => [
  ...new Set([
    ...(posted.ticked('addressProtected') ? (['address'] as const) : []),
    ...posted.choices('protectedPlaces', EVERY_PLACE),
  ]),
];

export interface PlacesAsked {
  readonly name: string;
  /** Those that the form can say. */
  readonly places?: readonly ProtectedPlace[];
  readonly kept?: readonly ProtectedPlace[];
  readonly hint?: string;
  readonly posted: Posted | undefined;
}

/** "Must anything be kept secret from somebody?" One box for each place. */
export function protectedPlacesField({ name, places = EVERY_PLACE, kept = [], hint, posted }: PlacesAsked): FieldView {
  return checkboxes({
    name,
    label: 'Must anything be kept secret from somebody?',
    hint:
      hint ?? 'It is then shown in no list, search, request or letter, and hides address, school and surgery together',
    options: PROTECTED_PLACES.filter(({ value }) => places.includes(value)),
    values: posted === undefined ? kept : posted.choices(name, places),
  });
}
