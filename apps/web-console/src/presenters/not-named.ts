import type { NotNamedRequest, PlanLine } from '@mash/contracts';
import { NOT_NAMED } from './agency-words';
import { coverageCard, type CoverageCard } from './coverage-card';

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

interface Counted {
  /** How many stand before it by name. */
  readonly named: number;
  readonly count: number;
  readonly unconfirmed?: number;
}

/** The end of a list: "and 2 more that are not named to you", with how many have not confirmed; nothing where there is none. */
export function andMoreNotNamed({ named, count, unconfirmed = 0 }: Counted): string | undefined {
  if (count === 0) return undefined;
  const who = named === 0 ? String(count) : `and ${count} more`;
  const waits = unconfirmed === 0 ? '' : `; ${unconfirmed} ${unconfirmed === 1 ? 'has' : 'have'} not confirmed yet`;
  return `${who} that ${count === 1 ? 'is' : 'are'} not named to you${waits}`;
}
