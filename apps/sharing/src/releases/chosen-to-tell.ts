import type { Release } from '@mash/contracts';
import type { Judged } from './judge-thing';
import type { Thing } from './thing';

export type Chosen = NonNullable<Release['items']>;

/**
 * What of the answers whoever presses Immediate protection wants told. Documents stay: choosing among answers leaves the concern as it is. An id
 * that is not there chooses nothing.
 */
export function chosenToTell(things: readonly Thing[], chosen: Chosen | undefined): readonly Thing[] {
  if (chosen === undefined) return things;
  const ids = new Set(chosen.map(({ itemId }) => itemId));
  return things.filter(({ kind, itemId }) => kind === 'document' || (kind === 'item' && ids.has(itemId)));
}

const placeOf = ({ envelopeId, itemId }: Thing): string => `${envelopeId} ${itemId}`;

/**
 * Of what agencies answered, only what whoever tells it is shown themselves, in the words that they read, with what was left out for them and under
 * the conditions that they read it under. Anything else is as if it were not there.
 * @param read the same things as they stand for whoever tells
 */
export function asTheirTellerReads(things: readonly Thing[], read: readonly Judged[]): readonly Thing[] {
  const readAt = new Map(read.map((one) => [placeOf(one.thing), one]));
  return things.flatMap((thing) => {
    if (thing.kind === 'document') return thing;
    const own = readAt.get(placeOf(thing));
    if (own?.shownAs !== 'shown') return [];
    const { render, handling } = own.thing;
    // Whether a source can be told is said of words: of those that go, which are not what this recipient was given.
    const facts = { ...thing.facts, flags: own.thing.facts['flags'] };
    return { ...thing, facts, render, handling, leftOutBefore: own.decision.redactions };
  });
}
