import type { IntakeFacts } from '@mash/contracts';
import { personOnRoster } from '../compose-question';
import type { AsMeant } from './as-meant';
import { standing } from './identity-of';
import type { IdentityStatement } from './identity-statement';

type Roster = Pick<IntakeFacts, 'people' | 'idsOfSeveral'>;

/** What answers whether a match is right. */
const ANSWERS: readonly IdentityStatement['says'][] = ['confirmed', 'wrong_person'];

/** Whom it means, by their id of today. */
const whom = ({ about, meantId }: AsMeant<IdentityStatement>, intake: Roster): string =>
  meantId ?? personOnRoster(intake, about.id)?.personId ?? about.id;

/**
 * What stands of all that was said (`standing`), without doubts of somebody in whose place another stands under that id: nothing that is said of the id
 * reaches them. They end with what is said since of that person, under their id of today.
 */
export function withoutEnded<Statement extends IdentityStatement>(
  all: readonly AsMeant<Statement>[],
  intake: Roster,
): AsMeant<Statement>[] {
  const answers = all.filter(
    ({ about, says, isOfEarlier }) => about.kind === 'person' && ANSWERS.includes(says) && isOfEarlier !== true,
  );
  const isEnded = (one: AsMeant<Statement>): boolean =>
    answers.some((answer) => answer.statedAt > one.statedAt && whom(answer, intake) === one.meantId);
  return standing(all).filter((one) => one.says !== 'doubted' || one.isOfEarlier !== true || !isEnded(one));
}

/** Doubts that stand of this person (by their id of today), of an id that is another's by now. */
export const doubtsOfEarlier = <Statement extends IdentityStatement>(
  all: readonly AsMeant<Statement>[],
  personId: string,
  intake: Roster,
): AsMeant<Statement>[] =>
  withoutEnded(all, intake).filter(
    ({ says, isOfEarlier, meantId }) => says === 'doubted' && isOfEarlier === true && meantId === personId,
  );
