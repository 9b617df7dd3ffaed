import { z } from 'zod';

/** Somebody as a notice of immediate protection tells of them. A protected address is never in it. */
export const NoticePerson = z.object({
  name: z.string(),
  age: z.string(),
  part: z.string().optional(),
  relationship: z.string().optional(),
  address: z.string().optional(),
  addressProtected: z.boolean(),
  allocatedWorker: z.string().optional(),
});
export type NoticePerson = z.infer<typeof NoticePerson>;

/** What is sealed for one recipient (typ `outward`, productId = noticeId): what is known, and who pressed. */
export const NoticeContent = z.object({
  kind: z.literal('protection'),
  concern: z
    .object({
      narrative: z.string().optional(),
      seenMyself: z.string().optional(),
      toldByOthers: z.string().optional(),
      whereIsTheChildNow: z.string().optional(),
      householdNote: z.string().optional(),
      keepFromFamily: z.string().optional(),
    })
    .optional(),
  missing: z.array(z.string()).describe('What could not be told, each a sentence: silence is never left to be guessed'),
  concernedWith: z.array(z.string()).describe('The concern as it was coded, in words'),
  people: z.array(NoticePerson),
  pressedBy: z.object({ name: z.string(), role: z.string(), agency: z.string() }),
  pressedAt: z.iso.datetime(),
  outOfHours: z.boolean(),
});
export type NoticeContent = z.infer<typeof NoticeContent>;
