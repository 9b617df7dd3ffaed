import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has, isHub, isLiaison } from '../shared/role-groups';

/** One version of a sharing agreement between agencies; holds nothing about any family. */
export const AgreementSubject = z.object({
  kind: z.literal('Agreement'),
  ...recordAttributes,
  parties: z.array(z.string()).describe('Agency ids'),
  signatories: z
    .array(z.string())
    .describe('Whom the register lets approve it: `signatoryMark` of each, for the parties alone'),
  draft: z.boolean().describe('Still being written: nobody but its keepers knows of it'),
});
export type AgreementSubject = z.infer<typeof AgreementSubject>;

export type AgreementAction = 'read' | 'draft' | 'propose' | 'approve' | 'put-in-force' | 'stop';

/** A person and the body for which the register lets them sign, as one mark: neither counts without the other. */
export const signatoryMark = (agencyId: string, accountId: string): string => `${agencyId} ${accountId}`;

/**
 * Administrators keep agreements, and the register of who may approve them: they approve none, whomever it names. Information governance reads
 * all of them and may stop each; whoever the register names for a party approves for that party alone. Once out for approval the hub reads them, and each party its own.
 */
export const agreementPolicy: Policy<Actor, AgreementAction, AgreementSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId, agencyId, id } = actor;
  const grant = allow<AgreementAction, AgreementSubject>;
  const beyondDraft = { partnershipId, draft: false };
  const asSignatory = { ...beyondDraft, signatories: signatoryMark(agencyId, id) };
  return [
    ...(has(actor, 'partnership-admin')
      ? grant(['read', 'draft', 'propose', 'put-in-force', 'stop'], { partnershipId })
      : grant(['read', 'approve'], asSignatory)),
    ...(has(actor, 'ig-officer') ? grant(['read', 'stop'], { partnershipId }) : []),
    ...(isHub(actor) ? grant(['read'], beyondDraft) : []),
    ...(isLiaison(actor) || has(actor, 'agreement-signatory')
      ? grant(['read'], { ...beyondDraft, parties: agencyId })
      : []),
  ];
};
