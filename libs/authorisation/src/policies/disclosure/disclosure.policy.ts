import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Condition, Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isLiaison } from '../shared/role-groups';

/** One line of the disclosure ledger. */
export const DisclosureSubject = z.object({
  kind: z.literal('Disclosure'),
  ...caseAttributes,
  holderAgencyId: z.string(),
});
export type DisclosureSubject = z.infer<typeof DisclosureSubject>;

export type DisclosureAction = 'read';

/** Information governance reads the whole ledger, managers their enquiries' part, an agency what became of its own information. */
export const disclosurePolicy: Policy<Actor, DisclosureAction, DisclosureSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const unconflicted = { partnershipId, conflicts: { $ne: id } };
  const read = (...where: Condition<DisclosureSubject>[]) => allow(['read'] as const, ...where);
  return [
    ...(has(actor, 'ig-officer') ? read(unconflicted) : []),
    ...(has(actor, 'mash-manager') ? read(...casesOpenTo(actor)) : []),
    ...(isLiaison(actor) ? read({ ...unconflicted, holderAgencyId: agencyId }) : []),
  ];
};
