import type { MakeOutwardProduct, Purpose, RouteTeam } from '@mash/contracts';

const AUDIENCES: Readonly<Record<RouteTeam, MakeOutwardProduct['audience']>> = {
  'social-care': 'team_sc',
  'early-help': 'team_eh',
  'other-service': 'team_other',
  universal: 'team_other',
};

/** As which audience a team reads its handover. */
export const audienceOf = (team: RouteTeam): MakeOutwardProduct['audience'] => AUDIENCES[team];

/** Why the handover goes out: for social care the threshold as it was judged, for anybody else help. Never more than is true. */
export const purposeOfRoute = (team: RouteTeam, judged: Purpose): Purpose => (team === 'social-care' ? judged : 'EH');
