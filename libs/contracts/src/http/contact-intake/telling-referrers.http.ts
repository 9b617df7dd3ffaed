import { z } from 'zod';

/** GET /mailbox: mail captured for the actor's own account: a reference and a link, nothing more. */
export const Mailbox = z.object({
  messages: z.array(z.object({ messageId: z.uuid(), sentAt: z.iso.datetime(), subject: z.string(), body: z.string() })),
});
export type Mailbox = z.infer<typeof Mailbox>;

/** GET /telephone-tasks (contact officer): callers who are told by telephone. POST /telephone-tasks/:taskId/done */
export const TelephoneTasks = z.object({
  tasks: z.array(
    z.object({
      taskId: z.uuid(),
      contactId: z.uuid(),
      enquiryId: z.uuid(),
      reference: z.string(),
      kind: z.enum(['receipt', 'outcome']),
      raisedAt: z.iso.datetime(),
      doneAt: z.iso.datetime().optional(),
    }),
  ),
});
export type TelephoneTasks = z.infer<typeof TelephoneTasks>;
