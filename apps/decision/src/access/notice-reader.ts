import type { PersonActor } from '@mash/authorisation';
import { notFound } from '@mash/service-host';
import { noticeTeamsOf } from '../domain/protection';
import type { NoticeReader } from '../persistence/protection.repository';

/** The teams for which a person reads notices, at their own agency. @throws CodedError NOTICE.NOT_FOUND for everybody else */
export function noticeReader({ roles, partnershipId, agencyId }: PersonActor): NoticeReader {
  const teams = noticeTeamsOf(roles);
  if (teams.length === 0) throw notFound('Notice');
  return { partnershipId, agencyId, teams };
}
