import type { Released } from '@mash/contracts';
import { rowOf } from '../../picture/chronology.presenter';
import { knownItems } from '../../picture/read-item';
import type { NoticeAnswer } from '../notice-content';

/** What agencies answered, as it was released for one recipient, in the words of a notice. */
export function toldAnswers(released: Released, names: ReadonlyMap<string, string>): NoticeAnswer[] {
  return knownItems(released.items).map((known) => {
    const { agency, when, person, what, text, foot } = rowOf(known, names);
    const { itemId, envelopeId, personId = '' } = known.item;
    const isSure = known.item.identity !== 'possible';
    return { itemId, envelopeId, personId, agency, when, about: person, what, text, foot, isSure };
  });
}

/** Of what was chosen, how much may not be told all the same. */
export const leftOutOf = ({ items }: Released): number =>
  items.filter(({ visibility }) => visibility !== 'shown').length;
