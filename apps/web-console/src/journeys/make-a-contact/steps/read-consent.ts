import { londonDayOf } from '@mash/clocks';
import { isChildOfTheWorry, newId, NotSoughtGround } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { readDate } from '../../../forms/read-date';
import { CONSENT_KINDS } from '../draft/code-lists';
import type { ContactDraft, DraftConsent, DraftPerson } from '../draft/contact-draft';
import { displayNameOf } from '../draft/display-name';
import { consentField, HOWS, NOT_LISTED, REST_NOT_KNOWN, SAID } from './consent.fields';

export interface ConsentReading {
  readonly consent: DraftConsent;
  readonly errors: readonly FieldError[];
}

const MOST = 2000;

/** A day on which it was said: today where none was typed. */
function readDay(posted: Posted, name: string, now: Date): { saidOn?: string; errors: readonly FieldError[] } {
  const { date, errors = [] } = readDate(posted, name);
  const today = londonDayOf(now);
  if (date !== undefined && date > today)
    return { errors: [{ field: `${name}-day`, text: 'The day must be today or in the past' }] };
  return { saidOn: date ?? today, errors };
}

type Who = Pick<DraftConsent, 'givenBy' | 'givenByMentionId'>;

/** Somebody of the draft by name, or what somebody is who is not in it. */
function readWho(posted: Posted, name: string, { people }: ContactDraft): Who {
  const typed = posted.text(name);
  if (people.some(({ mentionId }) => mentionId === typed)) return { givenByMentionId: typed };
  return { givenBy: NOT_LISTED.find((one) => one === typed) };
}

interface Reading {
  readonly posted: Posted;
  readonly draft: ContactDraft;
  readonly person: DraftPerson;
  readonly kind: DraftConsent['kind'];
  readonly now: Date;
}

function readAsked({ posted, draft, person, kind, now }: Reading, statementId: string | undefined): ConsentReading {
  const named = (part: Parameters<typeof consentField>[0]): string => consentField(part, person, kind);
  const state = posted.choice(named('said'), SAID);
  const who = readWho(posted, named('who'), draft);
  const how = posted.choice(named('how'), HOWS);
  const told = posted.optional(named('told'));
  const { saidOn, errors: dayErrors } = readDay(posted, named('on'), now);
  const name = questionOf(person, kind);
  const errors: FieldError[] = [
    ...(state === undefined ? [{ field: named('said'), text: `${name}: choose what they said` }] : []),
    ...(who.givenBy === undefined && who.givenByMentionId === undefined
      ? [{ field: named('who'), text: `${name}: choose who answered` }]
      : []),
    ...(how === undefined ? [{ field: named('how'), text: `${name}: choose how they answered` }] : []),
    ...dayErrors,
    ...(state === 'given' && told === undefined
      ? [{ field: named('told'), text: `${name}: write what they were told before they agreed` }]
      : []),
    ...((told?.length ?? 0) > MOST ? [{ field: named('told'), text: `${name}: use 2,000 characters or fewer` }] : []),
  ];
  const words = told === undefined ? {} : { told, statementId: statementId ?? newId(now.getTime()) };
  return { consent: { mentionId: person.mentionId, kind, state, ...who, how, saidOn, ...words }, errors };
}

/** "Kian Marlowe, accept help": the same of another question, or of another person, reads otherwise in the summary of errors. */
function questionOf(person: DraftPerson, kind: DraftConsent['kind']): string {
  const { text = '' } = CONSENT_KINDS.find(({ value }) => value === kind) ?? {};
  return `${displayNameOf(person)}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** One consent of one person as it was answered; of a child of the worry it has to be answered, and may be answered "Not known": once for all that is left. */
export function readConsent(reading: Reading): ConsentReading {
  const { posted, draft, person, kind } = reading;
  const { mentionId } = person;
  const kept = draft.consents.find((one) => one.mentionId === mentionId && one.kind === kind);
  const field = consentField('answer', person, kind);
  const answer = posted.choice(field, ['asked', 'not_asked', 'unknown']);
  if (answer === 'asked') return readAsked(reading, kept?.statementId);
  const name = questionOf(person, kind);
  if (answer === 'not_asked') {
    const where = consentField('ground', person, kind);
    const ground = NotSoughtGround.safeParse(posted.text(where)).data;
    const errors = ground === undefined ? [{ field: where, text: `${name}: choose why nobody was asked` }] : [];
    return { consent: { mentionId, kind, state: 'not_sought', ground }, errors };
  }
  const isChilds = isChildOfTheWorry(person);
  if (answer === undefined && isChilds && posted.ticked(REST_NOT_KNOWN))
    return { consent: { mentionId, kind, state: 'unknown' }, errors: [] };
  const isLeftOut = answer === undefined && isChilds;
  const errors = isLeftOut ? [{ field, text: `${name}: choose an answer, or Not known` }] : [];
  return { consent: { mentionId, kind, state: answer }, errors };
}
