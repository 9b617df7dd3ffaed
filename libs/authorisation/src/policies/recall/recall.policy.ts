import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has, isHub, isLiaison, isPractitioner } from '../shared/role-groups';

/** What is said to be about the wrong person or to have gone to the wrong place, and its recall. Who may look into the enquiry at all is asked before. */
export const RecallSubject = z.object({
  kind: z.literal('Recall'),
  ...recordAttributes,
  holderAgencyId: z.string().describe('Whose information it is; empty where it is the hub’s own: a match, a product'),
  shownTo: z.array(z.string()).describe('Accounts to which it was shown'),
  sentTo: z.array(z.string()).describe('Agencies to which it was sent as it is: a request, a notice'),
  open: z.boolean(),
});
export type RecallSubject = z.infer<typeof RecallSubject>;

export type RecallAction = 'read' | 'make' | 'recall-match' | 'confirm-identity' | 'close';

/** The hub, the holder and whoever it was shown to say that something is wrong, of a person the hub alone; whose information it is says that it is right after all; a manager closes. */
export const recallPolicy: Policy<Actor, RecallAction, RecallSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { id, partnershipId, agencyId } = actor;
  const isManager = has(actor, 'mash-manager');
  const grant = (actions: RecallAction[], where: object = {}) =>
    allow<RecallAction, RecallSubject>(actions, { partnershipId, ...where });
  return [
    ...(isHub(actor) ? grant(['read', 'make', 'recall-match']) : []),
    ...(has(actor, 'ig-officer', 'auditor') ? grant(['read']) : []),
    ...(isLiaison(actor) ? grant(['make', 'confirm-identity'], { holderAgencyId: agencyId }) : []),
    ...(isLiaison(actor) ? grant(['make'], { sentTo: agencyId }) : []),
    ...(isPractitioner(actor) ? grant(['make'], { shownTo: id }) : []),
    ...(isManager ? [...grant(['confirm-identity'], { holderAgencyId: '' }), ...grant(['close'], { open: true })] : []),
  ];
};
