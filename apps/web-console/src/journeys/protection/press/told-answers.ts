import type { Released } from '@mash/contracts';
import { rowOf } from '../../picture/chronology.presenter';
import { knownItems } from '../../picture/read-item';
import type { NoticeAnswer } from '../notice-content';
import { chosenValue, type ChosenAnswer } from './chosen-answers';

export interface Told {
  readonly told: readonly NoticeAnswer[];
  /** How many of those that were chosen are not told, whatever the reason. */
  readonly leftOut: number;
}

/**
 * What was chosen of what agencies answered, as it was released for one recipient, in the words of a notice. What nobody could know again once it is
 * recalled (no person, no request) is not told.
 */
export function toldAnswers(
  chosen: readonly ChosenAnswer[],
  { items }: Pick<Released, 'items'>,
  names: ReadonlyMap<string, string>,
): Told {
  const wanted = new Set(chosen.map(chosenValue));
  const told = knownItems(items)
    .filter(({ item }) => wanted.has(chosenValue(item)))
    .flatMap((known) => {
      const { agency, when, person, what, text, foot } = rowOf(known, names);
      const { itemId, envelopeId, personId, requestId } = known.item;
      if (personId === undefined || requestId === undefined) return [];
      const isSure = known.item.identity !== 'possible';
      return { itemId, envelopeId, requestId, personId, agency, when, about: person, what, text, foot, isSure };
    });
  return { told, leftOut: wanted.size - new Set(told.map(chosenValue)).size };
}
