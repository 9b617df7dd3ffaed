import type { ConfirmRoster } from '@mash/contracts';
import { childOfConcernFaults } from './child-of-concern-faults';
import type { Fault } from './fault';
import { IntakeRefusal } from './intake-refusal';
import { mentionFrom } from './mention-from';
import type { Roster, RosterMention } from './roster';
import { wordsAnew } from './words-beside-people';

/** Who confirmed, when, and where new ids come from. */
export interface Confirmation {
  readonly by: string;
  readonly at: Date;
  readonly mint: () => string;
}

type Answer = ConfirmRoster['people'][number];

/** A roster that changed since it was read is refused: what the analyst saw is not what they would confirm. */
export function requireVersion(roster: Roster, expectedVersion: number): void {
  if (roster.version === expectedVersion) return;
  throw new IntakeRefusal(
    'conflict',
    'INTAKE.ROSTER_CHANGED',
    'Somebody changed this roster since you read it. Look again.',
  );
}

function unknownFaults(roster: Roster, people: readonly Answer[]): Fault[] {
  const known = new Set(roster.mentions.map(({ mentionId }) => mentionId));
  return people.flatMap(({ mentionId }, index) =>
    known.has(mentionId)
      ? []
      : [
          {
            field: `people.${index}.mentionId`,
            code: 'INTAKE.UNKNOWN_MENTION',
            message: 'This person is not on the roster',
          },
        ],
  );
}

function missingFaults(roster: Roster, people: readonly Answer[]): Fault[] {
  const answered = new Set(people.map(({ mentionId }) => mentionId));
  return roster.mentions.every(({ mentionId }) => answered.has(mentionId))
    ? []
    : [
        {
          field: 'people',
          code: 'INTAKE.ROSTER_PERSON_MISSING',
          message: 'Say for each person on the roster whether they live there',
        },
      ];
}

function whoElseFaults({ whoElse, added }: ConfirmRoster): Fault[] {
  const says = (message: string): Fault[] => [{ field: 'whoElse', code: 'INTAKE.WHO_ELSE', message }];
  if (whoElse === 'added' && added.length === 0)
    return says('Add the other people who live there, or say that there are none');
  if (whoElse === 'nobody_else' && added.length > 0) return says('You added people: say that others live there');
  return [];
}

function twiceFaults(roster: Roster, { added }: ConfirmRoster): Fault[] {
  const taken = new Set(roster.mentions.map(({ mentionId }) => mentionId));
  return added.flatMap(({ mentionId }, index) => {
    const isNew = !taken.has(mentionId);
    taken.add(mentionId);
    if (isNew) return [];
    return [
      {
        field: `added.${index}.mentionId`,
        code: 'INTAKE.MENTION_TWICE',
        message: 'This person is on the roster already',
      },
    ];
  });
}

function concernFaults(roster: Roster, { people, added }: ConfirmRoster): Fault[] {
  const kinds = new Map(roster.mentions.map(({ mentionId, said }) => [mentionId, said.kind]));
  return childOfConcernFaults([
    ...people.flatMap(({ mentionId, relation }, index) => {
      const kind = kinds.get(mentionId);
      return kind === undefined ? [] : [{ field: `people.${index}.relation`, kind, relation }];
    }),
    ...added.map(({ kind, relation }, index) => ({ field: `added.${index}.relation`, kind, relation })),
  ]);
}

const confirmedMention = (
  mention: RosterMention,
  answer: Answer | undefined,
  roster: Roster,
  who: string,
): RosterMention =>
  answer === undefined
    ? mention
    : {
        ...mention,
        relation: answer.relation,
        relationship: wordsAnew('relationship', answer, mention),
        livesInHousehold: answer.livesInHousehold,
        parentalResponsibility: answer.parentalResponsibility ?? mention.parentalResponsibility,
        parentalResponsibilityKnownHow: wordsAnew('parentalResponsibilityKnownHow', answer, mention),
        whoSaysSo: who,
        householdId: answer.livesInHousehold === 'yes' ? roster.householdId : undefined,
        side: answer.side ?? mention.side,
      };

/**
 * Who lives there, and who says so. Every person on the roster is answered for, and those whom the contact left out are added: a sibling
 * left off is the known fatal gap. Throws `INTAKE.ROSTER_CHANGED` or `INTAKE.ROSTER_INCOMPLETE`.
 */
export function confirmRoster(roster: Roster, asked: ConfirmRoster, { by, at, mint }: Confirmation): Roster {
  requireVersion(roster, asked.expectedVersion);
  const faults = [
    ...unknownFaults(roster, asked.people),
    ...missingFaults(roster, asked.people),
    ...whoElseFaults(asked),
    ...twiceFaults(roster, asked),
    ...concernFaults(roster, asked),
  ];
  if (faults.length > 0) {
    throw new IntakeRefusal('invalid', 'INTAKE.ROSTER_INCOMPLETE', 'The roster is not complete', faults);
  }
  const answers = new Map(asked.people.map((answer) => [answer.mentionId, answer]));
  const { householdId } = roster;
  return {
    ...roster,
    version: roster.version + 1,
    confirmed: true,
    confirmedAt: at,
    confirmedBy: by,
    whoElse: asked.whoElse,
    whoSaysSo: asked.whoSaysSo,
    referrerSide: asked.referrerSide ?? roster.referrerSide,
    mentions: [
      ...roster.mentions.map((mention) =>
        confirmedMention(mention, answers.get(mention.mentionId), roster, asked.whoSaysSo),
      ),
      ...asked.added.map((said) => ({
        ...mentionFrom(said, 'roster', { personId: mint(), householdId }),
        whoSaysSo: said.whoSaysSo ?? asked.whoSaysSo,
      })),
    ],
  };
}
