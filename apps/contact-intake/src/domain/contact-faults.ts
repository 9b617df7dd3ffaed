import { isChildOfConcern, type MentionedPerson, type RecordContact } from '@mash/contracts';
import { childOfConcernFaults } from './child-of-concern-faults';
import { consentFaults } from './consent-faults';
import { consentWordsFaults } from './consent-words-faults';
import type { Fault } from './fault';
import { dateFaults } from './date-faults';
import { protectedAddressFaults } from './protected-address-faults';

/** Who sends the contact, and when, as far as the rules ask. */
export interface Sending {
  readonly now: Date;
  readonly mayStateReceivedAt: boolean;
}

/** Clocks of two machines may differ by this much before "received in the future" is a mistake. */
const SKEW_MS = 5 * 60_000;

function mentionFaults({ people, consents }: RecordContact): Fault[] {
  const mentions = new Set<string>();
  const faults: Fault[] = [];
  people.forEach(({ mentionId }, index) => {
    if (mentions.has(mentionId)) {
      faults.push({
        field: `people.${index}.mentionId`,
        code: 'INTAKE.MENTION_TWICE',
        message: 'Two people have the same id',
      });
    }
    mentions.add(mentionId);
  });
  consents.forEach(({ mentionId, givenByMentionId }, index) => {
    for (const [field, id] of Object.entries({ mentionId, givenByMentionId })) {
      if (id === undefined || mentions.has(id)) continue;
      faults.push({
        field: `consents.${index}.${field}`,
        code: 'INTAKE.UNKNOWN_MENTION',
        message: 'Nobody with this id is mentioned',
      });
    }
  });
  return faults;
}

function receivedAtFaults({ receivedAt }: RecordContact, { now, mayStateReceivedAt }: Sending): Fault[] {
  if (receivedAt === undefined) return [];
  const fault = (code: string, message: string): Fault[] => [{ field: 'receivedAt', code, message }];
  if (!mayStateReceivedAt)
    return fault('INTAKE.RECEIVED_AT_NOT_YOURS', 'Only a contact officer may say when it was received');
  return Date.parse(receivedAt) > now.getTime() + SKEW_MS
    ? fault('INTAKE.RECEIVED_AT_FUTURE', 'The time received must be in the past')
    : [];
}

/** What no contact gets past, urgent or not: each of these would harm somebody or could not be kept whole. */
export const unacceptable = (contact: RecordContact, sending: Sending): Fault[] => [
  ...protectedAddressFaults(contact.people, 'people'),
  ...mentionFaults(contact),
  ...consentWordsFaults(contact),
  ...receivedAtFaults(contact, sending),
];

const isChild = ({ kind }: MentionedPerson): boolean => kind === 'child' || kind === 'unborn';

/** A blank is stated as not known, never left silent. */
function blankFaults(person: MentionedPerson, index: number): Fault[] {
  const isStated = (field: 'forenames' | 'surname' | 'birthDate' | 'expectedDate'): boolean =>
    (person[field] !== undefined && person[field] !== '') || (person.notKnown ?? []).includes(field);
  const name = isStated('forenames') || isStated('surname') || person.kind === 'unborn';
  const date = person.kind === 'unborn' ? 'expectedDate' : 'birthDate';
  const says = (field: string, code: string, message: string): Fault => ({
    field: `people.${index}.${field}`,
    code,
    message,
  });
  return [
    ...(name ? [] : [says('forenames', 'INTAKE.NAME_NOT_STATED', 'Enter a name, or say that you do not know it')]),
    ...(isStated(date)
      ? []
      : [says(date, 'INTAKE.BIRTH_NOT_STATED', 'Enter the date, or say that you do not know it')]),
  ];
}

/** Whoever will not say who they are has no envelope; one that came all the same says that the kind is wrong. */
const callerFaults = ({ referrerKind, sealedCaller }: RecordContact): Fault[] =>
  referrerKind === 'anonymous' && sealedCaller !== undefined
    ? [
        {
          field: 'sealedCaller',
          code: 'INTAKE.ANONYMOUS_WITH_CALLER',
          message: 'Say what kind of referrer this is, or leave out who they are',
        },
      ]
    : [];

/** The least that a contact which is not urgent must say. A contact marked urgent is never asked. */
export function incomplete(contact: RecordContact, { now }: Sending): Fault[] {
  if (contact.urgent) return [];
  const children = contact.people.map((person, index) => ({ person, index })).filter(({ person }) => isChild(person));
  if (children.length === 0) {
    return [
      {
        field: 'people',
        code: 'INTAKE.NO_CHILD',
        message: 'Add the child, or the unborn baby, that you are worried about',
      },
    ];
  }
  const told = contact.people.map(({ kind, relation }, index) => ({
    field: `people.${index}.relation`,
    kind,
    relation,
  }));
  return [
    ...childOfConcernFaults(told),
    ...children
      .filter(({ person }) => isChildOfConcern(person))
      .flatMap(({ person, index }) => blankFaults(person, index)),
    ...dateFaults(contact.people, 'people', now),
    ...consentFaults(contact, now),
    ...callerFaults(contact),
  ];
}
