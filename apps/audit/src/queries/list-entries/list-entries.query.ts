import { FormerIdsInQuery, Id, Instant } from '@mash/contracts';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const ENTRIES_ON_A_PAGE = 50;

/** Search of the log: by enquiry, person, worker and time. */
export class ListEntriesQuery extends createZodDto(
  z
    .strictObject({
      enquiryId: Id.optional(),
      personId: Id.optional().describe('Entries about this person of the people index'),
      formerly: FormerIdsInQuery.optional().describe(
        'What else stood for that person: `enquiry~id`, with commas between',
      ),
      actorId: z.string().min(1).max(100).optional().describe('Entries of this worker or system'),
      from: Instant.optional().describe('First instant'),
      to: Instant.optional().describe('First instant after'),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    })
    .refine(({ personId, formerly }) => formerly === undefined || personId !== undefined, {
      path: ['formerly'],
      message: 'Other ids are of a person: say of whom',
    }),
) {}
