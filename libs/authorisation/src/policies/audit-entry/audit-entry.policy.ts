import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** One entry of the audit log: who looked at or changed what. Links, never content. */
export const AuditEntrySubject = z.object({ kind: z.literal('AuditEntry'), ...recordAttributes });
export type AuditEntrySubject = z.infer<typeof AuditEntrySubject>;

/** `export`: take the log away with its proofs. */
export type AuditEntryAction = 'read' | 'export';

/** Information governance and the auditor, in their own partnership. Nobody else, managers included. */
export const auditEntryPolicy: Policy<Actor, AuditEntryAction, AuditEntrySubject> = (actor) =>
  actor.kind === 'person' && has(actor, 'ig-officer', 'auditor')
    ? allow(['read', 'export'], { partnershipId: actor.partnershipId })
    : [];
