import { isChildOfConcern, type ConsentState, type RecordContact, type StatedConsent } from '@mash/contracts';
import { CONSENT_KINDS } from './consent';
import type { Fault } from './fault';
import { londonDayOf } from './london-day-of';

const WORDS = { service: 'help', sharing: 'sharing information', data_protection: 'data protection' } as const;

function twiceFaults(consents: readonly StatedConsent[]): Fault[] {
  const seen = new Set<string>();
  return consents.flatMap(({ mentionId, kind }, index) => {
    const key = `${mentionId} ${kind}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    if (isFirst) return [];
    return [
      {
        field: `consents.${index}`,
        code: 'INTAKE.CONSENT_TWICE',
        message: 'This consent is stated twice for one person',
      },
    ];
  });
}

const ANSWERS: Readonly<Partial<Record<ConsentState, string>>> = {
  given: 'Say who gave this consent',
  refused: 'Say who refused',
  withdrawn: 'Say who took this consent back',
};

/** Nobody gives, refuses or takes back by not being asked: an answer has somebody who gave it. */
const giverFaults = (consents: readonly StatedConsent[]): Fault[] =>
  consents.flatMap(({ state, givenBy }, index) => {
    const message = ANSWERS[state];
    if (message === undefined || givenBy !== 'not_applicable') return [];
    return [{ field: `consents.${index}.givenBy`, code: 'INTAKE.GIVER_NOT_STATED', message }];
  });

/** Each of the three consents is stated for each child the worry is about: given, refused, not sought, or not known. */
function missingFaults({ people, consents }: RecordContact): Fault[] {
  const stated = new Set(consents.map(({ mentionId, kind }) => `${mentionId} ${kind}`));
  return people.flatMap((person, index) => {
    if (!isChildOfConcern(person)) return [];
    const { mentionId } = person;
    return CONSENT_KINDS.filter((consent) => !stated.has(`${mentionId} ${consent}`)).map((consent) => ({
      field: `people.${index}.consents.${consent}`,
      code: 'INTAKE.CONSENT_NOT_STATED',
      message: `Say whether there is consent to ${WORDS[consent]}, or that you do not know`,
    }));
  });
}

const futureFaults = (consents: readonly StatedConsent[], now: Date): Fault[] =>
  consents.flatMap(({ statedOn }, index) => {
    if (statedOn === undefined || statedOn <= londonDayOf(now)) return [];
    const message = 'The day on which it was said must be today or in the past';
    return [{ field: `consents.${index}.statedOn`, code: 'INTAKE.CONSENT_IN_FUTURE', message }];
  });

/** What a contact that is not urgent must say about consent. */
export const consentFaults = (contact: RecordContact, now: Date): Fault[] => [
  ...twiceFaults(contact.consents),
  ...giverFaults(contact.consents),
  ...futureFaults(contact.consents, now),
  ...missingFaults(contact),
];
