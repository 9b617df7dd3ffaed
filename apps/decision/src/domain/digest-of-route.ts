import { AUDIENCE_OF_TEAM, handoverDigest, type RouteTeam } from '@mash/contracts';

interface HandedOver {
  readonly productId?: string | undefined;
  readonly team: RouteTeam;
  readonly toAgencyId?: string | undefined;
  readonly personIds: readonly string[];
}

/** What `sharing` must say of the handover that goes with a case: it was let go for this team of this agency, and about these people. */
export function digestOfRoute({ productId = '', team, toAgencyId = '', personIds }: HandedOver): string {
  return handoverDigest({ productId, audience: AUDIENCE_OF_TEAM[team], toAgencyId, personIds });
}
