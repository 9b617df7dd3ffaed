import {
  isChildOfConcern,
  newId,
  PersonRelation,
  PersonSide,
  type ConfirmRoster,
  type MentionedPerson,
  type PersonKind,
  type RosterPerson,
} from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { readPartialDate } from '../../../forms/read-date';
import { RELATIONS } from '../../make-a-contact/draft/code-lists';
import { EVERY_PLACE, flagsOf } from '../../make-a-contact/draft/protected-places';

/** Room for so many people whom the contact left out; more are added by confirming again. */
export const ADDED_SLOTS = ['added1', 'added2', 'added3', 'added4'] as const;
type Slot = (typeof ADDED_SLOTS)[number];

export const YES_NO = ['yes', 'no', 'not_known'] as const;
const KINDS = ['child', 'unborn', 'adult'] as const;

export interface RosterReading {
  readonly roster?: ConfirmRoster;
  readonly errors: readonly FieldError[];
  /** The slot of each person added, in the order in which they are sent: for errors of the service. */
  readonly slots: readonly Slot[];
}

type Answered = ConfirmRoster['people'][number];

function answerOf(posted: Posted, person: RosterPerson): { answer?: Answered; errors: FieldError[] } {
  const { mentionId, displayName, kind } = person;
  const lives = posted.choice(`lives-${mentionId}`, YES_NO);
  if (lives === undefined)
    return { errors: [{ field: `lives-${mentionId}`, text: `Say whether ${displayName} lives there` }] };
  const relation = PersonRelation.safeParse(posted.text(`relation-${mentionId}`)).data ?? person.relation;
  const side = PersonSide.safeParse(posted.text(`side-${mentionId}`)).data;
  const protectedPlaces = posted.choices(`protected-${mentionId}`, EVERY_PLACE);
  const secret = protectedPlaces.length > 0 && { protectedPlaces };
  const answer: Answered = { mentionId, relation, livesInHousehold: lives, ...(side && { side }), ...secret };
  if (kind !== 'adult') return { answer, errors: [] };
  const has = posted.choice(`pr-${mentionId}`, YES_NO);
  const how = posted.optional(`how-${mentionId}`);
  const errors =
    has === 'yes' && how === undefined
      ? [{ field: `how-${mentionId}`, text: `Say how it is known that ${displayName} has parental responsibility` }]
      : [];
  return {
    answer: {
      ...answer,
      ...(has && { parentalResponsibility: has }),
      ...(how !== undefined && { parentalResponsibilityKnownHow: how.slice(0, 200) }),
    },
    errors,
  };
}

const WHOM: Readonly<Record<PersonKind, string>> = { child: 'a child', unborn: 'an unborn baby', adult: 'an adult' };

interface Added {
  readonly slot: Slot;
  readonly person?: MentionedPerson;
  readonly errors: readonly FieldError[];
}

/** Somebody whom the contact left out; nothing where the slot is empty. What is blank is stated as not known, never left silent. */
function addedOf(posted: Posted, slot: Slot, now: Date): Added | undefined {
  const [forenames, surname] = [posted.optional(`${slot}-forenames`), posted.optional(`${slot}-surname`)];
  const relationship = posted.optional(`${slot}-relationship`);
  const kind = posted.choice(`${slot}-kind`, KINDS);
  const { date: birthDate, errors = [] } = readPartialDate(posted, `${slot}-birthDate`, now);
  const secret = flagsOf(posted.choices(`${slot}-protected`, EVERY_PLACE));
  const typed = [forenames, surname, relationship, kind, birthDate, ...Object.values(secret)];
  const isEmpty = typed.every((value) => value === undefined);
  if (isEmpty && errors.length === 0) return undefined;
  if (kind === undefined)
    return { slot, errors: [...errors, { field: `${slot}-kind`, text: 'Say whether this is a child or an adult' }] };
  const date = kind === 'unborn' ? 'expectedDate' : 'birthDate';
  const notKnown = [
    ...(forenames === undefined ? ['forenames'] : []),
    ...(surname === undefined ? ['surname'] : []),
    ...(kind === 'unborn' || birthDate === undefined ? [date] : []),
  ];
  const said = {
    ...(forenames !== undefined && { forenames }),
    ...(surname !== undefined && { surname }),
    ...(relationship !== undefined && { relationship }),
    ...(birthDate !== undefined && kind !== 'unborn' && { birthDate }),
    ...secret,
  };
  const part = posted.optional(`${slot}-relation`);
  const chosen = RELATIONS[kind].find(({ value }) => value === part);
  const relation = chosen?.value ?? (kind === 'adult' ? 'household' : 'concern');
  const misfit =
    part !== undefined && chosen === undefined
      ? [{ field: `${slot}-relation`, text: `Choose a part that ${WHOM[kind]} can play, or none` }]
      : [];
  const ids = { mentionId: newId(now.getTime()), kind, relation, livesInHousehold: 'yes' } as const;
  return { slot, errors: [...errors, ...misfit], person: { ...ids, ...said, notKnown } };
}

function whoElseErrors(
  whoElse: ConfirmRoster['whoElse'] | undefined,
  whoSaysSo: string | undefined,
  added: number,
): FieldError[] {
  const says = (text: string): FieldError[] => [{ field: 'whoElse', text }];
  const other =
    whoElse === undefined
      ? says('Say who else lives there')
      : whoElse === 'added' && added === 0
        ? says('Add the other people who live there, or say that there are none')
        : whoElse === 'nobody_else' && added > 0
          ? says('You added people: say that others live there')
          : [];
  return [
    ...other,
    ...(whoSaysSo === undefined ? [{ field: 'whoSaysSo', text: 'Say who told you who lives there' }] : []),
  ];
}

/** Where there are children the worry is about one of them at least: an error at the first whose part was asked. */
function concernErrors(
  people: readonly RosterPerson[],
  answers: readonly (Answered | undefined)[],
  added: readonly Added[],
): FieldError[] {
  const children = [
    ...people.map(({ mentionId, kind, relation }, index) => ({
      ...{ field: `relation-${mentionId}`, kind, relation: answers[index]?.relation ?? relation },
    })),
    ...added.flatMap(({ slot, person }) => (person === undefined ? [] : [{ field: `${slot}-relation`, ...person }])),
  ].filter(({ kind }) => kind !== 'adult');
  const [first] = children;
  if (first === undefined || children.some(isChildOfConcern)) return [];
  return [{ field: first.field, text: 'Say which child the worry is about: one at least' }];
}

/** Reads "Who else lives there? Who says so?". @param people the roster that the analyst saw */
export function readRoster(posted: Posted, people: readonly RosterPerson[], now: Date): RosterReading {
  const answers = people.map((person) => answerOf(posted, person));
  const added = ADDED_SLOTS.flatMap((slot) => addedOf(posted, slot, now) ?? []);
  const whoElse = posted.choice('whoElse', ['nobody_else', 'added', 'not_known']);
  const whoSaysSo = posted.optional('whoSaysSo');
  const referrerSide = PersonSide.safeParse(posted.text('referrerSide')).data;
  const version = Number(posted.text('expectedVersion'));
  const errors = [
    ...answers.flatMap((one) => one.errors),
    ...whoElseErrors(whoElse, whoSaysSo, added.length),
    ...added.flatMap((one) => one.errors),
    ...concernErrors(
      people,
      answers.map(({ answer }) => answer),
      added,
    ),
  ];
  const slots = added.map(({ slot }) => slot);
  if (errors.length > 0 || whoElse === undefined || whoSaysSo === undefined || !Number.isSafeInteger(version))
    return { errors, slots };
  const roster = {
    expectedVersion: version,
    whoElse,
    whoSaysSo: whoSaysSo.slice(0, 200),
    ...(referrerSide && { referrerSide }),
    people: answers.flatMap(({ answer }) => answer ?? []),
    added: added.flatMap(({ person }) => person ?? []),
  };
  return { roster, errors, slots };
}
