import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { isPractitioner } from '../shared/role-groups';

/** Work begun and not sent: a contact, an answer, a decision. */
export const DraftSubject = z.object({ kind: z.literal('Draft'), ...recordAttributes, authorId: z.string() });
export type DraftSubject = z.infer<typeof DraftSubject>;

export type DraftAction = 'create' | 'read' | 'write' | 'discard';

/** A draft is its author's alone, managers included (docs/security/sealing.md). */
export const draftPolicy: Policy<Actor, DraftAction, DraftSubject> = (actor) =>
  actor.kind === 'person' && isPractitioner(actor)
    ? allow(['create', 'read', 'write', 'discard'], { partnershipId: actor.partnershipId, authorId: actor.id })
    : [];
