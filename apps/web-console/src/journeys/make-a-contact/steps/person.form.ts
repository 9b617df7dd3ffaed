import { readDate, readPartialDate } from '../../../forms/read-date';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { DISABILITIES, ETHNICITIES, RELATIONS } from '../draft/code-lists';
import type { DraftPerson } from '../draft/contact-draft';
import { flagsOf, secretPlaces } from '../draft/protected-places';
import { CORE_FIELDS, type CoreField } from './person-fields';

const NOT_KNOWN_WORDS = /^(not known|unknown|n\/?k|don'?t know|do not know)$/i;

export interface PersonReading {
  readonly person: DraftPerson;
  readonly errors: readonly FieldError[];
}

type Kept = Pick<DraftPerson, 'mentionId' | 'kind'>;

const word = (posted: Posted, name: string): string | undefined => {
  const text = posted.optional(name);
  return text === undefined || NOT_KNOWN_WORDS.test(text) ? undefined : text;
};

const code = (posted: Posted, name: string, codes: readonly { value: string }[]): string | undefined =>
  codes.map(({ value }) => value).find((value) => value === posted.text(name) && value !== 'not_known');

function plainFields(posted: Posted): Partial<DraftPerson> {
  const disability = posted
    .choices(
      'disability',
      DISABILITIES.map(({ value }) => value),
    )
    .filter((value) => value !== 'not_known');
  return {
    forenames: word(posted, 'forenames'),
    surname: word(posted, 'surname'),
    aliases: word(posted, 'aliases'),
    sex: posted.choice('sex', ['F', 'M', 'U']),
    ethnicity: code(posted, 'ethnicity', ETHNICITIES),
    disability: disability.length === 0 ? undefined : disability,
    language: word(posted, 'language'),
    interpreter: posted.choice('interpreter', ['yes', 'no', 'not_known']),
    ...{ addressProtected: undefined, schoolProtected: undefined, surgeryProtected: undefined },
    ...flagsOf(secretPlaces(posted)),
    school: word(posted, 'school'),
    gp: word(posted, 'gp'),
    nhsNumber: word(posted, 'nhsNumber')?.replaceAll(' ', ''),
    upn: word(posted, 'upn')?.toUpperCase(),
    telephone: word(posted, 'telephone'),
    relationship: word(posted, 'relationship'),
  };
}

function addressOf(posted: Posted): DraftPerson['address'] {
  const [lines, postcode] = [word(posted, 'address'), word(posted, 'postcode')?.toUpperCase()];
  return lines === undefined && postcode === undefined
    ? undefined
    : { ...(lines && { lines }), ...(postcode && { postcode }) };
}

/** Said not to be known: typed so, chosen so, or one of the rest where the box for the rest is ticked. */
function saidNotKnown(posted: Posted, person: Partial<DraftPerson>, asked: readonly CoreField[]): string[] {
  const rest = posted.ticked('restNotKnown');
  return asked
    .filter(({ name }) => person[name] === undefined)
    .filter(
      ({ name }) => rest || NOT_KNOWN_WORDS.test(posted.text(name)) || posted.choices(name, ['not_known']).length > 0,
    )
    .map(({ name }) => name);
}

/** Reads one person as far as it goes: what cannot be read is an error, what is read is kept whatever else is wrong. */
export function readPerson(posted: Posted, kept: Kept, now: Date): PersonReading {
  const born = kept.kind === 'unborn' ? {} : readPartialDate(posted, 'birthDate', now);
  const expected = kept.kind === 'unborn' ? readDate(posted, 'expectedDate') : {};
  const chosen = RELATIONS[kept.kind].find(({ value }) => value === posted.text('relation'));
  const relation = chosen?.value ?? (kept.kind === 'adult' ? 'involved' : 'concern');
  const read = {
    ...plainFields(posted),
    address: addressOf(posted),
    birthDate: born.date,
    expectedDate: expected.date,
  };
  const asked = CORE_FIELDS[kept.kind];
  const notKnown = saidNotKnown(posted, read, asked);
  const wrong = [...(born.errors ?? []), ...(expected.errors ?? [])];
  const blank = asked.filter(
    ({ name }) =>
      read[name] === undefined && !notKnown.includes(name) && !wrong.some(({ field }) => field.startsWith(name)),
  );
  const errors = [
    ...wrong,
    ...blank.map(({ name, ask }) => ({
      field: name === 'birthDate' || name === 'expectedDate' ? `${name}-day` : name,
      text: ask,
    })),
  ];
  return { person: { ...kept, ...read, relation, notKnown }, errors: inFormOrder(errors, asked) };
}

function inFormOrder(errors: readonly FieldError[], asked: readonly CoreField[]): FieldError[] {
  const place = ({ field }: FieldError): number => asked.findIndex(({ name }) => field.startsWith(name));
  return [...errors].sort((a, b) => place(a) - place(b));
}
