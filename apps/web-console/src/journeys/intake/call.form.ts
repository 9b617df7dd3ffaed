import {
  ContactSource,
  isChildOfConcern,
  newId,
  type MentionedPerson,
  type ReferrerKind,
  type StatedConsent,
} from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import type { Posted } from '../../forms/posted';
import { readPartialDate } from '../../forms/read-date';
import type { CallerContent, ContactContent } from '../../sealing/contact-content';
import { RELATIONS } from '../make-a-contact/draft/code-lists';
import { flagsOf } from '../make-a-contact/draft/protected-places';

const CALLER_KINDS = [
  'public',
  'family',
  'child',
  'anonymous',
  'professional',
] as const satisfies readonly ReferrerKind[];
/** Children and adults that the screen has room for; more are added by a linked concern. */
export const CALL_PEOPLE = ['child1', 'child2', 'child3', 'adult1', 'adult2'] as const;

/** The screen asks for no school and no surgery; a secret address hides them all the same. */
export const CALL_PLACES = ['address'] as const;
export const secretName = (slot: (typeof CALL_PEOPLE)[number]): string => `${slot}-protectedPlaces`;

/** A call as it was taken down: what goes in plain, and what is sealed, the caller apart from the concern. */
export interface TakenCall {
  readonly kind: ReferrerKind;
  readonly source: ContactSource;
  readonly urgent: boolean;
  readonly reply: 'telephone' | 'none';
  readonly receivedAt: string | undefined;
  readonly people: MentionedPerson[];
  readonly consents: StatedConsent[];
  /** Undefined where the caller will not say who they are. */
  readonly caller: CallerContent | undefined;
  readonly content: ContactContent;
}

export interface CallReading {
  readonly call?: TakenCall;
  readonly errors: readonly FieldError[];
}

const SOURCE_OF: Readonly<Record<ReferrerKind, ContactSource>> = {
  public: '1B',
  family: '1A',
  child: '1C',
  anonymous: '9',
  professional: '10',
};

function personOf(
  posted: Posted,
  slot: (typeof CALL_PEOPLE)[number],
  now: Date,
): { person?: MentionedPerson; errors: readonly FieldError[] } {
  const [forenames, surname, relationship] = [
    posted.optional(`${slot}-forenames`),
    posted.optional(`${slot}-surname`),
    posted.optional(`${slot}-relationship`),
  ];
  const { date: birthDate, errors = [] } = readPartialDate(posted, `${slot}-birthDate`, now);
  const secret = flagsOf(posted.choices(secretName(slot), CALL_PLACES));
  const isEmpty = [forenames, surname, relationship, birthDate].every((value) => value === undefined);
  if (isEmpty && Object.keys(secret).length === 0) return { errors };
  const kind = slot.startsWith('child') ? 'child' : 'adult';
  const chosen = RELATIONS[kind].find(({ value }) => value === posted.text(`${slot}-relation`));
  const blank = Object.entries({ forenames, surname, birthDate }).flatMap(([name, value]) =>
    value === undefined ? [name] : [],
  );
  const said = {
    ...(forenames && { forenames }),
    ...(surname && { surname }),
    ...(relationship && { relationship }),
    ...(birthDate && { birthDate }),
  };
  const person: MentionedPerson = {
    mentionId: newId(),
    kind,
    relation: chosen?.value ?? (kind === 'child' ? 'concern' : 'involved'),
    ...said,
    ...secret,
    notKnown: blank,
  };
  return { person, errors };
}

/** A call is often the only chance: nobody asks the family about consent, so each child's is stated as not known. */
function consentsFor(people: readonly MentionedPerson[]): StatedConsent[] {
  const kinds = ['service', 'sharing', 'data_protection'] as const;
  const children = people.filter(({ kind }) => kind !== 'adult');
  return children.flatMap(({ mentionId }) =>
    kinds.map((kind) => ({ mentionId, kind, state: 'unknown' as const, givenBy: 'not_applicable' as const })),
  );
}

/** "HH:MM" today or yesterday in London is kept as it came; here it is a number of minutes ago, which no clock change can bend. */
function receivedAtOf(posted: Posted, now: Date): { receivedAt?: string; errors: readonly FieldError[] } {
  const text = posted.text('minutesAgo');
  if (text === '' || text === '0') return { errors: [] };
  const minutes = Number(text);
  if (!/^\d{1,4}$/.test(text) || minutes > 2880)
    return { errors: [{ field: 'minutesAgo', text: 'Enter how many minutes ago, as a number up to 2880' }] };
  return { receivedAt: new Date(now.getTime() - minutes * 60_000).toISOString(), errors: [] };
}

/** What tells who is calling, in the order of the page. How they know the family does not, by itself. */
const IDENTIFYING = ['name', 'telephone', 'email', 'address', 'safeToRing'] as const;

const saidOfCaller = (posted: Posted, fields: readonly string[]): string[] =>
  fields.filter((field) => posted.optional(`caller-${field}`) !== undefined);

function callerOf(posted: Posted, kind: ReferrerKind): CallerContent | undefined {
  if (kind === 'anonymous') return undefined;
  const said = saidOfCaller(posted, [...IDENTIFYING, 'knowsFamilyHow']);
  return { kind, ...Object.fromEntries(said.map((field) => [field, posted.text(`caller-${field}`)])) };
}

/** "Will not say", and yet something that says who they are: nothing that was written down is dropped, so somebody has to choose. */
function anonymityErrors(posted: Posted, kind: ReferrerKind | undefined): FieldError[] {
  const [first] = kind === 'anonymous' ? saidOfCaller(posted, IDENTIFYING) : [];
  const text = 'Take out who is calling, or choose who they are: it is sealed apart from the concern';
  return first === undefined ? [] : [{ field: `caller-${first}`, text }];
}

/** Urgent holds nothing up: whoever gave a name or a number is somebody to ring. */
function kindIfUrgent(posted: Posted, kind: ReferrerKind | undefined): ReferrerKind {
  const saidWho = saidOfCaller(posted, IDENTIFYING).length > 0;
  if (kind === undefined || kind === 'anonymous') return saidWho ? 'public' : 'anonymous';
  return kind;
}

/** A call is about a child, and the worry about one of those who are told of. */
function childErrors(people: readonly { readonly person?: MentionedPerson }[]): FieldError[] {
  const first = people.findIndex(({ person }) => person?.kind === 'child');
  if (first === -1) return [{ field: 'child1-forenames', text: 'Enter what is known of a child: any name, or an age' }];
  const isSaid = people.some(({ person }) => person !== undefined && isChildOfConcern(person));
  const field = `${CALL_PEOPLE[first] ?? CALL_PEOPLE[0]}-relation`;
  return isSaid ? [] : [{ field, text: 'Say which child the worry is about: one at least' }];
}

/** Reads the call screen. Not urgent needs the concern and a child; urgent needs nothing. */
export function readCall(posted: Posted, now: Date): CallReading {
  const kind = posted.choice('kind', CALLER_KINDS);
  const urgent = posted.choice('urgent', ['yes', 'no']);
  const people = CALL_PEOPLE.map((slot) => personOf(posted, slot, now));
  const received = receivedAtOf(posted, now);
  const named = people.flatMap(({ person }) => person ?? []);
  const narrative = posted.optional('narrative');
  const isUrgent = urgent === 'yes' || posted.text('action') === 'send-now';
  const blocking = [
    ...(kind === undefined ? [{ field: 'kind', text: 'Choose who is calling' }] : []),
    ...anonymityErrors(posted, kind),
    ...(narrative === undefined ? [{ field: 'narrative', text: "Enter the concern, in the caller's words" }] : []),
    ...childErrors(people),
    ...people.flatMap(({ errors }) => errors),
    ...received.errors,
    ...(urgent === undefined ? [{ field: 'urgent', text: 'Choose how soon somebody must look' }] : []),
  ];
  if (!isUrgent && blocking.length > 0) return { errors: blocking };
  return {
    errors: [],
    call: takenCall(posted, {
      kind: kindIfUrgent(posted, kind),
      ...{ isUrgent, named, narrative, receivedAt: received.receivedAt },
    }),
  };
}

interface Read {
  readonly kind: ReferrerKind;
  readonly isUrgent: boolean;
  readonly named: MentionedPerson[];
  readonly narrative: string | undefined;
  readonly receivedAt: string | undefined;
}

function takenCall(posted: Posted, { kind, isUrgent, named, narrative, receivedAt }: Read): TakenCall {
  const caller = callerOf(posted, kind);
  return {
    kind,
    source: ContactSource.safeParse(posted.text('source')).data ?? SOURCE_OF[kind],
    urgent: isUrgent,
    reply: caller?.telephone === undefined ? 'none' : 'telephone',
    receivedAt,
    people: named,
    consents: consentsFor(named),
    caller,
    content: {
      narrative: narrative ?? 'Taken down as urgent without words.',
      whereIsTheChildNow: posted.optional('where'),
      householdNote: posted.optional('householdNote'),
      keepFromFamily: { answer: 'yes', what: 'Who told the hub', why: 'The caller is not to be named to the family' },
      protectedAddresses: [],
      ...(caller === undefined && { anonymousKnowsFamilyHow: posted.optional('caller-knowsFamilyHow') }),
    },
  };
}
