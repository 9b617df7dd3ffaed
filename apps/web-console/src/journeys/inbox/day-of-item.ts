import { londonDate } from '@mash/clocks';
import { z } from 'zod';

/** The day of an item: `2026-10-12` reads "12 October 2026"; anything else stays as its holder wrote it. */
export function dayOfItem(date: string): string {
  return z.iso.date().safeParse(date).success ? londonDate(new Date(`${date}T12:00:00Z`)) : date;
}
