import { durationWords } from '@mash/clocks';
import type { AgencyRequest } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { coverageCard, type CoverageCard } from '../../../presenters/coverage-card';

/** Asked, and the whole answer is not there yet. */
export const isUnanswered = ({ state, issuedAt }: AgencyRequest): boolean =>
  issuedAt !== undefined && (state === 'open' || state === 'part_answered');

/** Whom the decision hears: every agency that a request went out to, each once. */
export function agenciesAsked(requests: readonly AgencyRequest[]): { agencyId: string; agencyName: string }[] {
  const asked = requests.filter(({ issuedAt }) => issuedAt !== undefined);
  return [...new Map(asked.map(({ agencyId, agencyName }) => [agencyId, { agencyId, agencyName }])).values()];
}

/** One request as a card, "No answer" as large as an answer. What came back is on the picture, not here. */
export function agencyStanding(request: AgencyRequest, now: Date): CoverageCard {
  const { agencyName: agency, state, issuedAt, dueAt, late, answeredAt } = request;
  if (issuedAt === undefined)
    return coverageCard({
      agency,
      standing: 'not_asked',
      lines: [state === 'waiting_review' ? 'A human has to release the question first' : 'The question did not go out'],
    });
  if (state === 'answered') {
    const when = answeredAt === undefined ? [] : [`Came ${momentWords(new Date(answeredAt), now)}`];
    return { agency, state: 'Answered', lines: when, isGap: false, isLate: false };
  }
  const over = dueAt === undefined ? 0 : now.getTime() - Date.parse(dueAt);
  const card = coverageCard({
    agency,
    standing: 'waiting',
    ...(late && { late: `${durationWords(over, 'up')} late` }),
  });
  return state === 'part_answered' ? { ...card, state: `Answered in part${late ? ', the rest is late' : ''}` } : card;
}
