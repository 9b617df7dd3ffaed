import type { RosterPerson } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { checkboxes, textArea, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';
import type { Naming } from '../../../presenters/naming';
import { EVERY_PLACE, placeWords, PROTECTED_PLACES } from '../../make-a-contact/draft/protected-places';
import { mentionPath, peoplePath } from '../screening-paths';

/** "What must be kept secret of them?" */
export interface PlacesView {
  readonly heading: string;
  readonly standing: string;
  /** Left out where everything is marked already. */
  readonly protect: { readonly action: string; readonly fields: readonly FieldView[] } | undefined;
  /** For a manager, where something is marked. */
  readonly clear:
    { readonly action: string; readonly expectedVersion: number; readonly fields: readonly FieldView[] } | undefined;
  readonly cleared: readonly string[];
  readonly back: string;
}

export interface PlacesGiven {
  readonly reference: string;
  /** Of the roster that is shown. */
  readonly version: number;
  readonly person: RosterPerson;
  readonly mayClear: boolean;
  /** Why each was cleared, by clearingId: words, or a sentence why they are not to be had. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
  readonly named: Naming;
  readonly posted: Posted | undefined;
  readonly errors: readonly FieldError[];
  readonly now: Date;
}

function standingWords({ protectedPlaces: kept = [], addressProtected }: RosterPerson): string {
  if (kept.length > 0)
    return `Kept secret: ${placeWords(kept)}. Address, school and GP are in no list, search, request or letter.`;
  if (addressProtected)
    return 'Somebody who lives with them is in hiding: address, school and GP are in no list, search, request or letter.';
  return 'Nothing is marked as to be kept secret.';
}

function protectForm({ reference, person, posted, errors }: PlacesGiven): PlacesView['protect'] {
  const { mentionId, protectedPlaces: kept = [] } = person;
  const open = EVERY_PLACE.filter((place) => !kept.includes(place));
  if (open.length === 0) return undefined;
  const field = checkboxes({
    name: 'protect',
    label: 'What must be kept secret from somebody?',
    hint: 'One of them hides address, school and surgery together, in every enquiry about this person. The index forgets them',
    options: PROTECTED_PLACES.filter(({ value }) => open.includes(value)),
    values: posted?.choices('protect', open) ?? [],
    errors,
  });
  return { action: mentionPath(reference, mentionId, 'places'), fields: [field] };
}

function clearForm({ reference, version, person, mayClear, posted, errors }: PlacesGiven): PlacesView['clear'] {
  const { mentionId, protectedPlaces: kept = [] } = person;
  // What was typed is not lost where somebody else cleared it meanwhile.
  if (!mayClear || (kept.length === 0 && posted?.optional('reason') === undefined)) return undefined;
  const options = kept.map((place) => ({
    value: place,
    text: `The ${placeWords([place])} need not be secret any more`,
  }));
  const fields = [
    checkboxes({
      ...{ name: 'clear', label: 'What need not be kept secret any more?', options },
      ...{ values: posted?.choices('clear', kept) ?? [], errors },
    }),
    textArea({
      name: 'reason',
      label: 'Who says so, and how do they know that it is safe?',
      hint: 'It is sealed, and kept with your name',
      rows: 4,
      maxlength: 4000,
      value: posted?.text('reason'),
      errors,
    }),
  ];
  return { action: mentionPath(reference, mentionId, 'places/clear'), expectedVersion: version, fields };
}

export function placesView(given: PlacesGiven): PlacesView {
  const { reference, person, reasons, named, now } = given;
  return {
    heading: `What must be kept secret of ${person.displayName}?`,
    standing: standingWords(person),
    protect: protectForm(given),
    clear: clearForm(given),
    cleared: (person.protectionCleared ?? []).map(({ clearingId, places, clearedBy, clearedAt }) => {
      const who = named(clearedBy) ?? 'a manager';
      const when = momentWords(new Date(clearedAt), now);
      return `${when}: ${placeWords(places)} cleared by ${who}. ${reasons.get(clearingId)?.join(' ') ?? 'Why: not to be shown.'}`;
    }),
    back: peoplePath(reference),
  };
}
