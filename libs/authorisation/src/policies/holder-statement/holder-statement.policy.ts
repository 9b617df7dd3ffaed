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
  speakerIds: z
    .array(z.string())
    .describe('Who speaks for the holder: whom the register names, or all its liaison staff'),
});
export type HolderStatementSubject = z.infer<typeof HolderStatementSubject>;

export type HolderStatementAction = 'read' | 'make';

/** Only liaison staff of the agency whose information it is, and of them only whom its register names where it names somebody: neither the hub nor another agency speaks for the holder. */
export const holderStatementPolicy: Policy<Actor, HolderStatementAction, HolderStatementSubject> = (actor) => {
  if (actor.kind !== 'person' || !isLiaison(actor)) return [];
  const { id, partnershipId, agencyId } = actor;
  const ofTheirOwn = { partnershipId, holderAgencyId: agencyId };
  return [
    ...allow<HolderStatementAction, HolderStatementSubject>(['read'], ofTheirOwn),
    ...allow<HolderStatementAction, HolderStatementSubject>(['make'], { ...ofTheirOwn, speakerIds: id }),
  ];
};
