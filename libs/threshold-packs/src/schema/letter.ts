import { z } from 'zod';
import { evidenced } from './evidence';

/** What may stand in a letter between braces. No names: a letter that is misdirected must tell nothing. */
export const LETTER_FIELDS = [
  'reference',
  'receivedOn',
  'decidedOn',
  'outcome',
  'yourPart',
  'toldBy',
  'hubTelephone',
  'howToDisagree',
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** A letter to a referrer. Everything outward passes the sharing decision before it goes. */
export const PackLetter = evidenced({
  kind: z.enum(['acknowledgement', 'full', 'limited', 'receipt_only']),
  subject: z.string().min(1),
  paragraphs: z.array(z.string().min(1)).min(1),
});
export type PackLetter = z.infer<typeof PackLetter>;
