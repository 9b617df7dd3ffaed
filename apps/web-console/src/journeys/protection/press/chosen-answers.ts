import type { EnvelopeToOpen, Release } from '@mash/contracts';
import { z } from 'zod';

/** One item of an answer that whoever presses wants told. */
export interface ChosenAnswer {
  readonly envelopeId: string;
  readonly itemId: string;
}

/** The most items that one call to `sharing` takes. */
const MOST_ITEMS = 200;

/** What stands behind one box of the form: the item, and the envelope that it lies in. */
export const chosenValue = ({ envelopeId, itemId }: ChosenAnswer): string => `${envelopeId} ${itemId}`;

const valuesOf = (sent: unknown): string[] =>
  (Array.isArray(sent) ? sent : [sent]).filter((value): value is string => typeof value === 'string');

function idsOf(value: string): ChosenAnswer[] {
  const [envelopeId, itemId] = value.split(' ');
  const ids = z.strictObject({ envelopeId: z.uuid(), itemId: z.uuid() }).safeParse({ envelopeId, itemId });
  return ids.success ? [ids.data] : [];
}

/** Reads the boxes back. What cannot be read is not told: nothing that is wrong with a box holds a press up. */
export const readChosen = (answers: unknown): ChosenAnswer[] => [...new Set(valuesOf(answers))].flatMap(idsOf);

/** Of those in these envelopes, as many as `sharing` takes at once. */
export function asItems(
  chosen: readonly ChosenAnswer[],
  envelopes: readonly Pick<EnvelopeToOpen, 'envelopeId'>[],
): NonNullable<Release['items']> {
  const had = new Set(envelopes.map(({ envelopeId }) => envelopeId));
  const items = chosen.filter(({ envelopeId }) => had.has(envelopeId)).map(({ itemId }) => ({ itemId }));
  return items.slice(0, MOST_ITEMS);
}
