import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';

/** A captured mail: a reference and a link, never more. */
export const MailboxItemSubject = z.object({
  kind: z.literal('MailboxItem'),
  ...recordAttributes,
  ownerId: z.string(),
});
export type MailboxItemSubject = z.infer<typeof MailboxItemSubject>;

export type MailboxItemAction = 'read';

/** One's own mail only. */
export const mailboxItemPolicy: Policy<Actor, MailboxItemAction, MailboxItemSubject> = (actor) =>
  actor.kind === 'person' ? allow(['read'], { partnershipId: actor.partnershipId, ownerId: actor.id }) : [];
