import { NEVER_WENT } from '../domain/routes-needed';

const NEVER = Object.values(NEVER_WENT)
  .map((reason) => `'${reason}'`)
  .join(', ');

/**
 * In SQL: routes that went to this agency. Services that have no inbox here are told by the hub, which reads theirs; a social care case is for every
 * body that answers for social care or for its duty team too, which takes over out of hours. A route from before it named its agency went to the team.
 * One that is held, or came back without having gone, went to nobody: they have no inbox and no access by it.
 * @param agency its placeholder
 */
export const routedToAgency = (agency: string): string =>
  `(route.state <> 'held' AND coalesce(route.reason_code, '') NOT IN (${NEVER}) AND (route.to_agency_id IS NULL OR route.to_agency_id = ${agency} OR route.team NOT IN ('social-care', 'early-help')
    OR (route.team = 'social-care' AND ${agency} IN (SELECT duty.agency_id FROM duty_agency duty
          WHERE duty.partnership_id = route.partnership_id AND duty.team IN ('social-care', 'emergency-duty')))))`;
