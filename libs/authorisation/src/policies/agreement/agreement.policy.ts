import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has, isHub, isLiaison } from '../shared/role-groups';

/** A sharing agreement between agencies; holds nothing about any family. */
export const AgreementSubject = z.object({
  kind: z.literal('Agreement'),
  ...recordAttributes,
  parties: z.array(z.string()).describe('Agency ids'),
});
export type AgreementSubject = z.infer<typeof AgreementSubject>;

export type AgreementAction = 'read' | 'amend';

/** The hub and its overseers read all; an agency reads those it is party to; administrators and information governance keep them. */
export const agreementPolicy: Policy<Actor, AgreementAction, AgreementSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId, agencyId } = actor;
  const keeps = has(actor, 'partnership-admin', 'ig-officer');
  return [
    ...(keeps ? allow<AgreementAction, AgreementSubject>(['read', 'amend'], { partnershipId }) : []),
    ...(isHub(actor) ? allow<AgreementAction, AgreementSubject>(['read'], { partnershipId }) : []),
    ...(isLiaison(actor)
      ? allow<AgreementAction, AgreementSubject>(['read'], { partnershipId, parties: agencyId })
      : []),
  ];
};
