import type { MakeOutwardProduct } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import { anyRepeatsUnreleased } from '../domain/release/repeats-unreleased';
import { wordsIn } from '../domain/release/words-in';
import type { Opened } from '../releases/envelope-opener';
import type { Thing } from '../releases/thing';
import { wordsAroundItems } from '../releases/words-around-items';
import type { Judged } from '../releases/judge-thing';

/** Every free text of the product that somebody typed, in the order in which it is read. */
const typedIn = ({ words, people }: MakeOutwardProduct): string =>
  [words, ...people.flatMap(({ displayName, birthDate }) => [displayName, birthDate ?? ''])].join('\n');

/**
 * Own words are no way round what was not released, nor round a wording that was; and a text is not split over two letters.
 * @throws CodedError SHARING.REPEATS_UNRELEASED (422)
 */
export function refuseRepeats(
  product: MakeOutwardProduct,
  its: {
    readonly opened: readonly Opened[];
    readonly things: readonly Thing[];
    readonly included: readonly Judged[];
    readonly before: readonly string[];
  },
): void {
  const released = its.included.flatMap(({ thing, decision }) => wordsIn(thing.render(decision.redactions)));
  const unreleased = [...its.things.flatMap((thing) => thing.words), ...wordsAroundItems(its.opened)];
  // Conditions were read when they were given; the product's words may not go on from one, nor lead to one.
  const conditions = its.included.flatMap(({ thing }) => thing.handling.condition ?? []);
  const before = [its.before.join('\n'), ...conditions];
  const said = { words: [typedIn(product)], before, after: conditions };
  if (!anyRepeatsUnreleased(said, unreleased, released)) return;
  throw new CodedError('SHARING.REPEATS_UNRELEASED', 422, 'Your words repeat something that is not released.', [
    { field: 'words', code: 'repeats_unreleased', message: 'Eight words running are those of an item not released' },
  ]);
}
