import { CoverageState } from '@mash/contracts';
import { z } from 'zod';

const words = (limit: number) => z.string().trim().min(1).max(limit);

/** A record system that was searched, and for which time. */
export const SearchedSystem = z.strictObject({
  name: words(120).describe('As the agency calls it, such as "Records management system"'),
  datesFrom: z.iso.date().optional(),
  datesTo: z.iso.date().optional(),
});

/** A kind of identifier that was searched by. Which value it had stands in the request. */
export const IdentifierUsed = z.enum([
  'name',
  'other_names',
  'date_of_birth',
  'expected_date',
  'address',
  'former_addresses',
  'nhs_number',
  'upn',
  'pnc_id',
  'social_care_id',
  'telephone',
  'household_members',
  'other',
]);
export type IdentifierUsed = z.infer<typeof IdentifierUsed>;

/**
 * What an agency searched for one person and what that came to. "Not known" without what was searched is not an answer;
 * a search of a part, or a refusal, says which part or why.
 */
export const Coverage = z
  .strictObject({
    state: CoverageState,
    systems: z.array(SearchedSystem).max(20),
    identifiersUsed: z.array(IdentifierUsed).max(20),
    datesFrom: z.iso.date().optional().describe('The time looked at, first day'),
    datesTo: z.iso.date().optional().describe('The time looked at, last day'),
    note: words(2000).optional().describe('What could not be searched, who was missed, or why the agency declines'),
  })
  .superRefine((coverage, context) => {
    const missing = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'NEEDED' });
    const { state, systems, identifiersUsed, datesFrom, datesTo, note } = coverage;
    if (state !== 'declined' && systems.length === 0) missing('systems');
    if (state !== 'declined' && identifiersUsed.length === 0) missing('identifiersUsed');
    if ((state === 'declined' || state === 'part_searched') && note === undefined) missing('note');
    if (datesFrom !== undefined && datesTo !== undefined && datesFrom > datesTo) missing('datesTo');
  });
export type Coverage = z.infer<typeof Coverage>;
