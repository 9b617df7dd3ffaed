import { londonDayOf } from '@mash/clocks';
import {
  ConsentHow,
  NotSoughtGround,
  type ConsentKind,
  type ConsentWords,
  type RosterPerson,
  type StateConsent,
} from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { readDate } from '../../../forms/read-date';

export const STATES = ['given', 'refused', 'withdrawn', 'not_sought'] as const;
/** Purposes that somebody may agree to one by one. At section 47 nothing rests on consent. */
export const PURPOSES = ['SCREEN', 'EH', 'S17', 'DA', 'MISSING', 'ADULT_RISK'] as const;
export const PARTS = ['parent_with_pr', 'parent_pr_unproven', 'other'] as const;
/** Somebody who is not on the roster. */
export const NOT_ON_ROSTER = 'not_on_roster';

/** A statement as it is sent, and the words that are sealed with it. */
export interface StatedChange {
  readonly said: Omit<StateConsent, 'statementId' | 'sealedWords'>;
  readonly words: ConsentWords;
}

export interface ChangeContext {
  readonly kind: ConsentKind;
  readonly person: RosterPerson;
  readonly people: readonly RosterPerson[];
  readonly agencyIds: readonly string[];
  readonly now: Date;
}

export interface ChangeReading {
  readonly change?: StatedChange;
  readonly errors: readonly FieldError[];
}

type Giver = Pick<StateConsent, 'givenBy' | 'givenById'>;

/**
 * People say a day. Today is now, and stays the moment it was when what it recalls was shown: pressed twice, it is one statement. An earlier day
 * is its noon, which no change of the clocks moves into another day.
 */
function readWhen(posted: Posted, now: Date): { statedAt?: string; errors: readonly FieldError[] } {
  const { date, errors = [] } = readDate(posted, 'said');
  if (errors.length > 0) return { errors };
  if (date === undefined) return { errors: [{ field: 'said-day', text: 'Enter the day on which they said it' }] };
  const today = londonDayOf(now);
  if (date > today) return { errors: [{ field: 'said-day', text: 'The day must be today or in the past' }] };
  return { statedAt: date === today ? momentOf(posted, now) : `${date}T12:00:00.000Z`, errors: [] };
}

function momentOf(posted: Posted, now: Date): string {
  const shown = new Date(posted.text('saidAt'));
  const isToday = shown <= now && londonDayOf(shown) === londonDayOf(now);
  return (isToday ? shown : now).toISOString();
}

function readGiver(posted: Posted, { person, people }: ChangeContext): { giver?: Giver; errors: FieldError[] } {
  const speaker = posted.text('speaker');
  if (speaker === person.personId) return { giver: { givenBy: 'self' }, errors: [] };
  const isKnown = people.some(({ personId }) => personId === speaker);
  if (!isKnown && speaker !== NOT_ON_ROSTER) return { errors: [{ field: 'speaker', text: 'Choose who said it' }] };
  const part = posted.choice('part', PARTS);
  if (part === undefined)
    return { errors: [{ field: 'part', text: 'Say what they are to this person: a parent, or somebody else' }] };
  return { giver: { givenBy: part, ...(isKnown && { givenById: speaker }) }, errors: [] };
}

const MOST = 2000;

function readWords(posted: Posted): { words: ConsentWords; errors: FieldError[] } {
  const names = ['told', 'evidence', 'groundWords'] as const;
  const errors: FieldError[] = names.flatMap((name) =>
    posted.text(name).length > MOST ? [{ field: name, text: 'Use 2,000 characters or fewer' }] : [],
  );
  const [told, evidence, ground] = names.map((name) => posted.optional(name));
  const reference = posted.optional('evidenceReference')?.slice(0, 200);
  return {
    words: {
      ...(told !== undefined && { told }),
      ...(evidence !== undefined && { evidence }),
      ...(reference !== undefined && { reference }),
      ...(ground !== undefined && { ground }),
    },
    errors,
  };
}

/** Reads "Record a change": what was said, by whom, how, when, and what they were told. */
export function readChange(posted: Posted, context: ChangeContext): ChangeReading {
  const { kind, person, agencyIds } = context;
  const state = posted.choice('state', STATES);
  const when = readWhen(posted, context.now);
  const { words, errors: wordErrors } = readWords(posted);
  if (state === undefined)
    return { errors: [{ field: 'state', text: 'Say what they said, or that nobody asked' }, ...when.errors] };
  if (state === 'not_sought') return readNotSought(posted, context, { ...when, words, wordErrors });
  const { giver, errors: giverErrors } = readGiver(posted, context);
  const how = ConsentHow.safeParse(posted.text('how')).data;
  const errors: FieldError[] = [
    ...giverErrors,
    ...(how === undefined ? [{ field: 'how', text: 'Say how it was said' }] : []),
    ...when.errors,
    ...(state === 'given' && words.told === undefined
      ? [{ field: 'told', text: 'Write what they were told before they agreed' }]
      : []),
    ...wordErrors,
  ];
  if (errors.length > 0 || giver === undefined || how === undefined || when.statedAt === undefined) return { errors };
  const only = state === 'given' ? onlyFor(posted, agencyIds) : { bodies: [] };
  const { personId } = person;
  const { ground: _unused, ...said } = words;
  return {
    change: { said: { personId, kind, state, ...giver, how, ...only, statedAt: when.statedAt }, words: said },
    errors,
  };
}

/** What a yes was limited to: a no reaches everything. */
function onlyFor(posted: Posted, agencyIds: readonly string[]): Pick<StateConsent, 'bodies' | 'purposes'> {
  const purposes = posted.choices('purposes', PURPOSES);
  return { bodies: posted.choices('bodies', agencyIds), ...(purposes.length > 0 && { purposes }) };
}

function readNotSought(
  posted: Posted,
  { kind, person }: ChangeContext,
  its: { statedAt?: string; errors: readonly FieldError[]; words: ConsentWords; wordErrors: readonly FieldError[] },
): ChangeReading {
  const text = posted.text('ground');
  const ground = NotSoughtGround.safeParse(text).data;
  const errors: FieldError[] = [
    ...(ground === undefined && text !== 'none'
      ? [{ field: 'ground', text: 'Choose why nobody asked, or that there was no ground' }]
      : []),
    ...(ground === 'NS_TEXT' && its.words.ground === undefined
      ? [{ field: 'groundWords', text: 'Write the ground in your own words' }]
      : []),
    ...its.errors,
    ...its.wordErrors,
  ];
  if (errors.length > 0 || its.statedAt === undefined) return { errors };
  const { personId } = person;
  const nobody = { givenBy: 'not_applicable', bodies: [] } as const;
  const said = {
    personId,
    kind,
    state: 'not_sought',
    ...nobody,
    ...(ground && { ground }),
    statedAt: its.statedAt,
  } as const;
  return { change: { said: { ...said, bodies: [] }, words: its.words }, errors };
}
