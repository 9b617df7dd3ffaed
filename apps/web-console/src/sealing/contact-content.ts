import { ReferrerKind, YesNoNotKnown } from '@mash/contracts';
import { z } from 'zod';

/** Who told: what is inside a `caller` envelope. An anonymous caller has none. */
export const CallerContent = z.object({
  kind: ReferrerKind,
  name: z.string().optional(),
  role: z.string().optional(),
  agencyName: z.string().optional(),
  telephone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
  knowsFamilyHow: z.string().optional(),
  safeToRing: z.string().optional().describe('When and how it is safe to ring'),
});
export type CallerContent = z.infer<typeof CallerContent>;

/** What is inside a `contact` envelope: the concern as it came in, and all that may not lie in plain. Never who told. */
export const ContactContent = z.object({
  narrative: z.string().optional(),
  seenMyself: z.string().optional(),
  toldByOthers: z.string().optional(),
  householdNote: z.string().optional(),
  danger: YesNoNotKnown.optional(),
  whereIsTheChildNow: z.string().optional(),
  keepFromFamily: z
    .object({ answer: YesNoNotKnown.optional(), what: z.string().optional(), why: z.string().optional() })
    .optional(),
  protectedAddresses: z.array(
    z.object({
      mentionId: z.uuid(),
      lines: z.string().optional(),
      postcode: z.string().optional(),
      school: z.string().optional(),
      surgery: z.string().optional(),
    }),
  ),
  anonymousKnowsFamilyHow: z.string().optional().describe('What somebody said of themselves who would not be named'),
});
export type ContactContent = z.infer<typeof ContactContent>;
