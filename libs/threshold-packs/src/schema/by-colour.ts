import { Colour } from '@mash/contracts';
import { z } from 'zod';

/** A value for each colour of the pack's scheme; publishing checks that none is missing and none is over. */
export function byColour<Value extends z.ZodType>(value: Value) {
  return z.partialRecord(Colour, value);
}
