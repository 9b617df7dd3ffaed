import type { Release } from '@mash/contracts';
import { z } from 'zod';

/** One item of an answer that whoever presses wants told. */
export interface ChosenAnswer {
  readonly envelopeId: string;
  readonly itemId: string;
  /** They say that it is the danger itself: then it is told even where it may give a source away. */
  readonly isTheDanger: boolean;
}

/** The most that one call to `sharing` takes. */
const MOST = 200;

type Ids = Pick<ChosenAnswer, 'envelopeId' | 'itemId'>;

/** What stands behind one box of the form: the item, and the envelope that it lies in. */
export const chosenValue = ({ envelopeId, itemId }: Ids): string => `${envelopeId} ${itemId}`;

const valuesOf = (sent: unknown): string[] =>
  (Array.isArray(sent) ? sent : [sent]).filter((value): value is string => typeof value === 'string');

function idsOf(value: string): Ids[] {
  const [envelopeId, itemId] = value.split(' ');
  const ids = z.strictObject({ envelopeId: z.uuid(), itemId: z.uuid() }).safeParse({ envelopeId, itemId });
  return ids.success ? [ids.data] : [];
}

/** Reads the boxes back. What cannot be read is not told: nothing that is wrong with a box holds a press up. */
export function readChosen(answers: unknown, danger: unknown): ChosenAnswer[] {
  const dangers = new Set(valuesOf(danger));
  const values = [...new Set(valuesOf(answers))].slice(0, MOST);
  return values.flatMap((value) => idsOf(value).map((ids) => ({ ...ids, isTheDanger: dangers.has(value) })));
}

/** The same as `sharing` takes it. */
export const asItems = (chosen: readonly ChosenAnswer[]): NonNullable<Release['items']> =>
  chosen.map(({ itemId, isTheDanger }) => ({ itemId, isTheDanger }));
