import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** A hold on an enquiry: it may not be erased while a court, inquest, review or complaint may need it. */
export const LegalHoldSubject = z.object({ kind: z.literal('LegalHold'), ...recordAttributes, standing: z.boolean() });
export type LegalHoldSubject = z.infer<typeof LegalHoldSubject>;

export type LegalHoldAction = 'read' | 'place' | 'lift';

/** Information governance places and lifts, each by name and with a reason; the auditor sees that they stand. */
export const legalHoldPolicy: Policy<Actor, LegalHoldAction, LegalHoldSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId } = actor;
  return [
    ...(has(actor, 'ig-officer', 'auditor')
      ? allow<LegalHoldAction, LegalHoldSubject>(['read'], { partnershipId })
      : []),
    ...(has(actor, 'ig-officer') ? allow<LegalHoldAction, LegalHoldSubject>(['place'], { partnershipId }) : []),
    ...(has(actor, 'ig-officer')
      ? allow<LegalHoldAction, LegalHoldSubject>(['lift'], { partnershipId, standing: true })
      : []),
  ];
};
