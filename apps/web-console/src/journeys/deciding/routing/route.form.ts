import { RouteTeam } from '@mash/contracts';
import { z } from 'zod';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import type { TeamToRoute } from './teams-to-route';

export interface Handover {
  readonly team: TeamToRoute;
  readonly toAgencyId: string;
  readonly words: string;
  readonly itemIds: readonly string[];
}

const WRITTEN_FOR_ANOTHER =
  'The team that you wrote this for has the case, or is not to have it now: nothing was put together. Read it again before it goes to another team';

/** What may be chosen: teams that the decision names, bodies of the register, items that were released to this manager. */
export interface HandoverOffered {
  readonly teams: readonly TeamToRoute[];
  readonly agencyIds: (team: RouteTeam) => readonly string[];
  readonly itemIds: readonly string[];
}

/**
 * The team that the page is about: the one named, or the first that still has nobody's case; with every child whom its handover would be about.
 * @param anew those that may be named, with the ones whose handover is held
 */
export function teamOf(
  named: string,
  { teams, anew }: { readonly teams: readonly TeamToRoute[]; readonly anew: readonly TeamToRoute[] },
): TeamToRoute | undefined {
  const ofTeam = (team: RouteTeam | undefined) => anew.find((one) => one.team === team);
  return ofTeam(RouteTeam.safeParse(named).data) ?? ofTeam(teams[0]?.team) ?? teams[0];
}

export function readHandover(
  posted: Posted,
  offered: HandoverOffered,
): { handover?: Handover; errors: readonly FieldError[] } {
  const team = offered.teams.find((one) => one.team === posted.text('team'));
  if (team === undefined) return { errors: [{ field: 'words', text: WRITTEN_FOR_ANOTHER }] };
  const toAgencyId = posted.choice('toAgencyId', offered.agencyIds(team.team));
  const words = posted.text('words');
  const errors = [
    ...(toAgencyId === undefined ? [{ field: 'toAgencyId', text: 'Choose who receives it' }] : []),
    ...(words === '' ? [{ field: 'words', text: 'Tell the team in your own words what is asked and why' }] : []),
    ...(words.length > 8_000 ? [{ field: 'words', text: 'Shorten this to 8,000 characters' }] : []),
  ];
  if (toAgencyId === undefined || errors.length > 0) return { errors };
  return { handover: { team, toAgencyId, words, itemIds: posted.choices('items', offered.itemIds) }, errors };
}

/** The second press: the handover that was shown is sent, to the body that it was put together for, with the children whom it is about. */
export function readSending(
  posted: Posted,
  { teams, agencyIds }: Pick<HandoverOffered, 'teams' | 'agencyIds'>,
): { team: TeamToRoute; toAgencyId: string; productId: string; personIds: string[] } | undefined {
  const team = teams.find((one) => one.team === posted.text('team'));
  const productId = z.uuid().safeParse(posted.text('productId')).data;
  const toAgencyId = team && posted.choice('toAgencyId', agencyIds(team.team));
  const personIds = team === undefined ? [] : posted.choices('personIds', team.personIds);
  if (team === undefined || toAgencyId === undefined || productId === undefined || personIds.length === 0)
    return undefined;
  return { team, toAgencyId, productId, personIds };
}
