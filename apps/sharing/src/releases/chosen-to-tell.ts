import type { Release } from '@mash/contracts';
import type { Thing } from './thing';

export type Chosen = NonNullable<Release['items']>;

/**
 * What of the answers whoever presses Immediate protection wants told, and of which of it they say that it is the danger itself: without that, what
 * a law bars or may give a source away is left out (rule row R-PROT-02). Documents stay: choosing among answers leaves the concern as it is.
 */
export function chosenToTell(things: readonly Thing[], chosen: Chosen | undefined): readonly Thing[] {
  if (chosen === undefined) return things;
  const byId = new Map(chosen.map((one) => [one.itemId, one]));
  return things.flatMap((thing) => {
    if (thing.kind === 'document') return thing;
    const one = thing.kind === 'item' ? byId.get(thing.itemId) : undefined;
    return one === undefined
      ? []
      : { ...thing, facts: { ...thing.facts, isTheDanger: one.isTheDanger ? 'yes' : 'no' } };
  });
}
