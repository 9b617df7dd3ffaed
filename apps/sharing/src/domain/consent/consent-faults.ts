import type { ConsentWords, PreviewConsent, StateConsent } from '@mash/contracts';

export interface ConsentFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What a statement is held against: the roster and register of today, and the words that were sealed with it. */
export interface ConsentContext {
  readonly rosterIds: readonly string[];
  readonly agencyIds: readonly string[];
  readonly words: ConsentWords | undefined;
  readonly now: Date;
}

type Said = Pick<StateConsent, 'personId' | 'state' | 'ground' | 'givenBy' | 'givenById' | 'bodies'>;

const fault = (field: string, code: string, message: string): ConsentFault[] => [{ field, code, message }];

/** Somebody who is not on the roster has no consent here: neither as subject, nor as speaker, nor as recipient. */
function unknownFaults(
  { personId, givenById, bodies }: Said,
  { rosterIds, agencyIds }: Pick<ConsentContext, 'rosterIds' | 'agencyIds'>,
): ConsentFault[] {
  return [
    ...(rosterIds.includes(personId) ? [] : fault('personId', 'not_on_roster', 'This person is not on the roster')),
    ...(givenById === undefined || rosterIds.includes(givenById)
      ? []
      : fault('givenById', 'not_on_roster', 'Whoever spoke is not on the roster')),
    ...(bodies.every((body) => agencyIds.includes(body))
      ? []
      : fault('bodies', 'unknown_agency', 'An agency in this list is not in the register')),
  ];
}

/** Who spoke must fit what was said: nobody gives, refuses or withdraws by not being asked. */
function speakerFaults({ personId, state, givenBy, givenById }: Said): ConsentFault[] {
  const isAsked = state === 'given' || state === 'refused' || state === 'withdrawn';
  if (isAsked && givenBy === 'not_applicable') return fault('givenBy', 'missing', 'Say who said this');
  if (!isAsked && givenBy !== 'not_applicable')
    return fault('givenBy', 'nobody_asked', 'Nobody was asked, so nobody said this');
  if (givenBy === 'self' && givenById !== undefined && givenById !== personId)
    return fault('givenById', 'not_self', 'Somebody who speaks for themselves is that person');
  if (givenBy !== 'self' && givenById === personId)
    return fault('givenById', 'is_subject', 'This is the person themselves');
  return [];
}

function groundFaults({ state, ground }: Said, words: ConsentWords | undefined): ConsentFault[] {
  if (ground !== undefined && state !== 'not_sought')
    return fault('ground', 'not_for_this', 'A ground is for consent that was not sought');
  if (ground === 'NS_TEXT' && words?.ground === undefined)
    return fault('sealedWords', 'ground_missing', 'Write the ground in your own words');
  return [];
}

const futureFaults = (statedAt: string | undefined, now: Date): ConsentFault[] =>
  statedAt !== undefined && new Date(statedAt) > now
    ? fault('statedAt', 'future', 'A statement cannot be later than now')
    : [];

/** What is wrong with a statement that somebody only wants to see the effect of: its words, and how it was said, change none. */
export const previewFaults = (said: PreviewConsent, context: Omit<ConsentContext, 'words'>): ConsentFault[] => [
  ...futureFaults(said.statedAt, context.now),
  ...unknownFaults(said, context),
  ...speakerFaults(said),
];

/** What is wrong with a statement; nothing where it may be kept. */
export function consentFaults(said: StateConsent, context: ConsentContext): ConsentFault[] {
  const isAsked = said.state !== 'not_sought' && said.state !== 'unknown';
  return [
    ...futureFaults(said.statedAt, context.now),
    ...unknownFaults(said, context),
    ...speakerFaults(said),
    ...groundFaults(said, context.words),
    ...(isAsked && said.how === undefined ? fault('how', 'missing', 'Say how it was said') : []),
    ...(said.state === 'given' && context.words?.told === undefined
      ? fault('sealedWords', 'told_missing', 'Write what they were told before they agreed')
      : []),
  ];
}
