import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { isLiaison } from '../shared/role-groups';

/** What an agency says of one item of its own, and the item itself as its holder reads it. */
export const HolderStatementSubject = z.object({
  kind: z.literal('HolderStatement'),
  ...recordAttributes,
  holderAgencyId: z.string(),
});
export type HolderStatementSubject = z.infer<typeof HolderStatementSubject>;

export type HolderStatementAction = 'read' | 'make';

/** Only liaison staff of the agency whose information it is: neither the hub nor another agency speaks for the holder. */
export const holderStatementPolicy: Policy<Actor, HolderStatementAction, HolderStatementSubject> = (actor) => {
  if (actor.kind !== 'person' || !isLiaison(actor)) return [];
  const { partnershipId, agencyId } = actor;
  return allow<HolderStatementAction, HolderStatementSubject>(['read', 'make'], {
    partnershipId,
    holderAgencyId: agencyId,
  });
};
