import type { Purpose, RouteTeam } from '@mash/contracts';

/** Why the handover goes out: for social care the threshold as it was judged, for anybody else help. Never more than is true. */
export const purposeOfRoute = (team: RouteTeam, judged: Purpose): Purpose => (team === 'social-care' ? judged : 'EH');
