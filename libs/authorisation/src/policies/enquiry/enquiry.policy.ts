import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { has, isHub, isHubOrDoor, isQualified } from '../shared/role-groups';

/** The hub's work on one contact. */
export const EnquirySubject = z.object({ kind: z.literal('Enquiry'), ...caseAttributes });
export type EnquirySubject = z.infer<typeof EnquirySubject>;

/** `judge`: record the threshold reached. `clear-places`: say that a protected place need not be kept secret any more. `break-glass`: open a restricted enquiry for a short time, with a reason. */
export type EnquiryAction =
  'read' | 'screen' | 'rate' | 'judge' | 'ask' | 'protect' | 'decide' | 'restrict' | 'clear-places' | 'break-glass';

/** What each role does with an enquiry that it may see, and who may break the glass of one that it may not. */
export const enquiryPolicy: Policy<Actor, EnquiryAction, EnquirySubject> = (actor) => {
  if (actor.kind !== 'person' || !isHubOrDoor(actor)) return [];
  const actions: EnquiryAction[] = ['read', 'protect'];
  if (isHub(actor)) actions.push('screen', 'ask');
  if (isQualified(actor)) actions.push('rate', 'judge');
  if (has(actor, 'mash-manager')) actions.push('decide', 'restrict', 'clear-places');
  const { id, partnershipId } = actor;
  const shut = { partnershipId, restricted: true, conflicts: { $ne: id } };
  const mayBreakGlass = isHub(actor) || has(actor, 'emergency-duty');
  return [
    ...allow<EnquiryAction, EnquirySubject>(actions, ...casesOpenTo(actor)),
    ...(mayBreakGlass ? allow<EnquiryAction, EnquirySubject>(['break-glass'], shut) : []),
  ];
};
