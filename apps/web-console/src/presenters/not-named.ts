import type { NotNamedRequest, PlanLine } from '@mash/contracts';
import { coverageCard, type CoverageCard } from './coverage-card';

/** In place of an agency whose name would say what it knows. */
export const NOT_NAMED = 'An agency that is not named to you';

/** Asked, and the whole answer is not there yet. */
export const isSilent = ({ state, issued }: NotNamedRequest): boolean =>
  issued && (state === 'open' || state === 'part_answered');

/** That somebody was asked, and whether they have answered: silence is shown, whose it is is not. */
export const notNamedCards = (requests: readonly NotNamedRequest[]): CoverageCard[] =>
  requests.map((request) => {
    if (!request.issued) return coverageCard({ agency: NOT_NAMED, standing: 'not_asked' });
    if (isSilent(request))
      return coverageCard({ agency: NOT_NAMED, standing: 'waiting', ...(request.late && { late: 'late' }) });
    return { agency: NOT_NAMED, state: 'Answered', lines: [], isGap: false, isLate: false };
  });

/** Of an agency of the plan of which the reader does not learn whether it was asked. */
export const NOT_SHOWN = 'Whether it was asked is not shown to you';
export const notShownCard = (agency: string): CoverageCard => ({
  ...{ agency, state: NOT_SHOWN, lines: [], isGap: true, isLate: false },
});

/** Which agencies of the plan are not offered, and why; nothing where there is none. */
export function notShownWords(plan: readonly PlanLine[]): string | undefined {
  const names = [...new Set(plan.flatMap((line) => (line.askedNotShown === true ? [line.agencyName] : [])))];
  if (names.length === 0) return undefined;
  return `Whether these were asked already is not shown to you, and they are not asked from here: ${names.join(', ')}. Who sent the requests that are not named to you can ask them.`;
}

/** "2 more requests went to agencies that are not named to you"; nothing where there is none. */
export function notNamedWords(requests: readonly NotNamedRequest[]): string | undefined {
  const [one] = requests;
  if (one === undefined) return undefined;
  const many = requests.length > 1;
  const count = many ? `${requests.length} more requests are` : 'One more request is';
  return `${count} to ${many ? 'agencies' : 'an agency'} not named to you: the name would say what it knows of the family. Who asked can tell you what you need.`;
}
