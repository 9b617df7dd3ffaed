import { BirthDate, Category, Purpose } from '@mash/contracts';
import { z } from 'zod';

/** Whom an agency is asked about: only what it needs to search. A protected address, school or surgery is never here. */
export const AskedAbout = z.object({
  names: z.array(z.string()).describe('First the name; then none or more others'),
  aliases: z.array(z.string()).default([]),
  kind: z.enum(['child', 'unborn', 'adult']).optional(),
  birthDate: BirthDate.optional(),
  expectedDate: z.iso.date().optional(),
  sex: z.string().optional(),
  addresses: z.array(z.string()).default([]),
  nhsNumber: z.string().optional().describe('To health bodies only'),
  upn: z.string().optional().describe('To education bodies only'),
  relationship: z.string().optional(),
});
export type AskedAbout = z.infer<typeof AskedAbout>;

export const AskedQuestion = z.object({
  category: Category,
  label: z.string(),
  existenceOnly: z.boolean(),
  why: z.string().optional().describe('Where the analyst asked for more than the pack: why it is needed'),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** What is inside a `request` envelope: one agency, one person. `sharing` hashes `purposeText` and compares it with what was recorded. */
export const RequestContent = z.object({
  purpose: Purpose,
  purposeText: z.string(),
  person: AskedAbout,
  questions: z.array(AskedQuestion),
});
export type RequestContent = z.infer<typeof RequestContent>;
