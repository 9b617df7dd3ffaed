import { OpenedProduct, type MakeOutwardProduct } from '@mash/contracts';
import { AnswerItem, When } from '@mash/sealing';
import { z } from 'zod';
import { carriedBy } from '../domain/release/carried-by';
import { withoutPlacesOf } from '../domain/release/redact-item';
import type { RegisteredBody } from '../register/agency.repository';
import type { Judged } from '../releases/judge-thing';

const whenOf = ({ when }: Pick<AnswerItem, 'when'>): string => ('date' in when ? when.date : when.approx);
/** No bounds: what was left out can be shorter than the words that say so. */
const AsShown = z.object({ kind: AnswerItem.shape.kind, text: z.string(), when: When });

/** A permitted item as it goes out: in the wording that may go, redacted. */
export function outwardItem(
  { thing, decision }: Judged,
  bodies: readonly RegisteredBody[],
): OpenedProduct['items'][number] {
  const item = AsShown.parse(thing.render(decision.redactions));
  const obligations = carriedBy(decision.obligations);
  const name = bodies.find(({ agencyId }) => agencyId === thing.agencyId)?.name ?? thing.agencyId;
  return {
    ...{ itemId: thing.itemId, personId: thing.personId, category: thing.category, kind: item.kind, text: item.text },
    agencyName: withoutPlacesOf(decision.redactions, name),
    date: whenOf(item),
    ...thing.handling,
    ...(obligations.length > 0 && { obligations }),
  };
}

/** What is asked for, as it is kept: of items that go alone without words and names, and with the reason why. */
export type ProductToKeep = MakeOutwardProduct & Pick<OpenedProduct, 'wordsLeftOut'>;

/** A letter names nobody by birth date: the referrer knows whom they wrote about. */
export function productContent(product: ProductToKeep, items: OpenedProduct['items'], madeAt: Date): OpenedProduct {
  const { productId, kind, words, people, wordsLeftOut } = product;
  const named = people.map(({ personId, displayName, birthDate }) => ({
    ...{ personId, displayName },
    ...(kind === 'handover' && birthDate !== undefined && { birthDate }),
  }));
  const left = wordsLeftOut && { wordsLeftOut };
  return { productId, kind, madeAt: madeAt.toISOString(), words, people: named, items, ...left };
}
