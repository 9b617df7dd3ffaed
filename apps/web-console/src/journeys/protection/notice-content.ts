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

/** One thing that an agency answered. Its ids tell `sharing` what to leave out once it is recalled. */
export const NoticeAnswer = z.object({
  itemId: z.string(),
  envelopeId: z.string(),
  requestId: z.string(),
  personId: z.string(),
  agency: z.string(),
  when: z.string(),
  about: z.string(),
  what: z.string(),
  text: z.string(),
  foot: z.string(),
  isSure: z.boolean().describe('False where nobody has confirmed whom it is about'),
});
export type NoticeAnswer = z.infer<typeof NoticeAnswer>;

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
  items: z.array(NoticeAnswer).optional().describe('What agencies answered, as far as whoever pressed chose it'),
  recalledItems: z.number().int().optional().describe('Set by `sharing` where some of it was recalled since'),
  pressedBy: z.object({ name: z.string(), role: z.string(), agency: z.string() }),
  pressedAt: z.iso.datetime(),
  outOfHours: z.boolean(),
});
export type NoticeContent = z.infer<typeof NoticeContent>;
