import type { Agencies, RouteTeam } from '@mash/contracts';

type Body = Agencies['agencies'][number];

/**
 * Bodies that may receive a team's cases: those that answer for the team where the register knows any, otherwise every body that the
 * reader may know of; social care is a team of a council.
 */
export function receivingBodies(team: RouteTeam, agencies: readonly Body[]): Body[] {
  const own = agencies.filter(({ answersFor }) => answersFor.includes(team));
  const others = agencies.filter(({ kind }) => team !== 'social-care' || kind === 'council');
  const bodies = own.length > 0 ? own : others;
  return bodies.sort((a, b) => a.name.localeCompare(b.name));
}
