import type { MakeOutwardProduct, OpenedProduct } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import { anyRepeatsUnreleased, type SaidTexts } from '../domain/release/repeats-unreleased';
import { textsReadTogether, type Pieces } from '../domain/release/texts-read-together';
import { wordsIn } from '../domain/release/words-in';
import type { Opened } from '../releases/envelope-opener';
import type { Thing } from '../releases/thing';
import { wordsAroundItems } from '../releases/words-around-items';
import type { Judged } from '../releases/judge-thing';

/** Every free text of a product that somebody typed, in the order in which it is read. */
const typedIn = ({ words, people }: Pick<OpenedProduct, 'words' | 'people'>): string[] => [
  words,
  ...people.flatMap(({ displayName, birthDate }) => [displayName, birthDate ?? '']),
];

/** What somebody reads of a product that went to them before, besides the released words: what its maker typed, and the conditions in it. */
export const saidIn = (product: OpenedProduct): Pieces => [
  ...typedIn(product),
  ...product.items.flatMap(({ condition }) => condition ?? []),
];

/** Whichever of two texts is read first: a sentence may begin in either of them. */
const eitherWay = (words: readonly string[], beside: readonly string[]): SaidTexts => ({
  words,
  before: beside,
  after: beside,
});

/**
 * Own words are no way round what was not released, nor round a wording that was; and a text is not split over two letters to the same recipient, whatever
 * lies between them and whichever came first, nor over a letter and the condition of an item.
 * @param its.before what the same recipient reads in each product that went to them before
 * @throws CodedError SHARING.REPEATS_UNRELEASED (422)
 */
export function refuseRepeats(
  product: MakeOutwardProduct,
  its: {
    readonly opened: readonly Opened[];
    readonly things: readonly Thing[];
    readonly included: readonly Judged[];
    readonly before: readonly Pieces[];
  },
): void {
  const released = its.included.flatMap(({ thing, decision }) => wordsIn(thing.render(decision.redactions)));
  const unreleased = [...its.things.flatMap((thing) => thing.words), ...wordsAroundItems(its.opened)];
  const typed = typedIn(product);
  // A name may stand before the words as well as behind them.
  const backwards = [...typed].reverse().join('\n');
  const { words, before: earlier } = textsReadTogether(typed, its.before);
  const conditions = its.included.flatMap(({ thing }) => thing.handling.condition ?? []);
  const isRepeated = anyRepeatsUnreleased(
    eitherWay([...words, backwards], [...earlier, ...conditions]),
    unreleased,
    released,
  );
  // What a condition says by itself was read when it was given.
  const goesOn = (condition: string): boolean =>
    anyRepeatsUnreleased(eitherWay([condition], earlier), unreleased, [...released, condition]);
  if (!isRepeated && !conditions.some(goesOn)) return;
  throw new CodedError('SHARING.REPEATS_UNRELEASED', 422, 'Your words repeat something that is not released.', [
    { field: 'words', code: 'repeats_unreleased', message: 'Eight words running are those of an item not released' },
  ]);
}
