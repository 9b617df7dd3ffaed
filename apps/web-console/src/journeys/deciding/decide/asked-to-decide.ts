import { isChildOfTheWorry, type AgencyRequest, type NotNamedRequest } from '@mash/contracts';
import { NOT_NAMED } from '../../../presenters/agency-words';
import { isSilent } from '../../../presenters/not-named';
import type { OpenEnquiry } from '../../enquiry/shared';
import { agenciesAsked, isUnanswered } from '../shared/agency-standing';
import { newestDecision } from '../shared/newest-decision';
import { packOf } from '../shared/pack-of';
import type { AskedToDecide } from './decide.form';

/** What a decision on this enquiry has to answer for today: exactly the children of the worry on the roster version that `decision` has. */
export function askedToDecide(
  { enquiry, names }: OpenEnquiry,
  requests: readonly AgencyRequest[],
  notNamed: readonly NotNamedRequest[] = [],
): AskedToDecide {
  return {
    expectedVersion: newestDecision(enquiry)?.version ?? 0,
    rosterVersion: enquiry.rosterVersion,
    children: enquiry.people
      .filter(isChildOfTheWorry)
      .map(({ personId }) => ({ personId, name: names.get(personId) ?? 'this child' })),
    agencies: agenciesAsked(requests),
    unanswered: [
      ...requests.filter(isUnanswered).map(({ requestId, agencyName }) => ({ requestId, agencyName })),
      ...notNamed.filter(isSilent).map(({ requestId }) => ({ requestId, agencyName: NOT_NAMED })),
    ],
    outcomes: packOf(enquiry).outcomes.map(({ code, needsReason }) => ({ code, needsReason })),
  };
}
