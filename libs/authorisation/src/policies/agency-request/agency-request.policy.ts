import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { caseAttributes } from '../shared/case-attributes';
import { casesOpenTo } from '../shared/case-conditions';
import { isHub, isLiaison } from '../shared/role-groups';

/**
 * A question to one agency. `issued`: the sharing decision let it go out; before, even that it is planned is the hub's secret.
 * `open`: it can still be answered.
 */
export const AgencyRequestSubject = z.object({
  kind: z.literal('AgencyRequest'),
  ...caseAttributes,
  agencyId: z.string(),
  issued: z.boolean(),
  open: z.boolean(),
});
export type AgencyRequestSubject = z.infer<typeof AgencyRequestSubject>;

export type AgencyRequestAction = 'read' | 'send' | 'chase' | 'answer';

/** The hub asks and chases; the agency asked, its people or its system, sees what was really asked of it and answers. */
export const agencyRequestPolicy: Policy<Actor, AgencyRequestAction, AgencyRequestSubject> = (actor) => {
  const { partnershipId, agencyId } = actor;
  const hub = actor.kind === 'person' && isHub(actor);
  const may = (scope: string) => (actor.kind === 'person' ? isLiaison(actor) : actor.scopes.includes(scope));
  const isAgency = partnershipId !== undefined && agencyId !== undefined;
  const asked = isAgency ? { partnershipId, agencyId, issued: true } : undefined;
  const reads = asked !== undefined && (may('requests:read') || may('requests:answer'));
  const answers = asked !== undefined && may('requests:answer');
  return [
    ...(hub ? allow<AgencyRequestAction, AgencyRequestSubject>(['read', 'send', 'chase'], ...casesOpenTo(actor)) : []),
    ...(reads ? allow<AgencyRequestAction, AgencyRequestSubject>(['read'], asked) : []),
    ...(answers ? allow<AgencyRequestAction, AgencyRequestSubject>(['answer'], { ...asked, open: true }) : []),
  ];
};
