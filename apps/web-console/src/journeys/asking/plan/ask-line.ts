import { Category, type NeedSaid, type PlanLine } from '@mash/contracts';
import { needSaid, type Worries } from './needed-for';

/** One question that could be asked: this agency, about this person, in this category. */
export interface AskLine {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly personId: string;
  readonly category: Category;
  readonly existenceOnly: boolean;
  /** A neighbouring council is asked because the person lives, lived or is placed there. */
  readonly crossBorder?: boolean;
  readonly why: string;
  /** Of a line that was added: which worry makes it necessary, as it was answered on the page. */
  readonly neededFor?: string;
  /** As it goes with the line. */
  readonly need: NeedSaid;
  /** Ticked by the pack. */
  readonly suggested: boolean;
  /** Not in the pack's plan: the analyst says why it is needed. */
  readonly widened: boolean;
}

/** Names a line on the page. It holds no name of anybody. */
export const keyOf = ({ agencyId, personId, category }: Pick<AskLine, 'agencyId' | 'personId' | 'category'>): string =>
  `${agencyId}|${personId}|${category}`;

/** What the pack would ask and nobody has asked yet; nor what may have been asked, where that is not shown. */
export const linesOfPlan = (lines: readonly PlanLine[]): AskLine[] =>
  lines
    .filter(({ alreadyAsked, askedNotShown }) => !alreadyAsked && askedNotShown !== true)
    .map(({ agencyId, agencyName, personId, category, existenceOnly, why, suggested }) => ({
      ...{ agencyId, agencyName, personId, category, existenceOnly, why, suggested },
      need: { need: 'yes' as const },
      widened: false,
    }));

export interface Widening {
  readonly agencies: ReadonlyMap<string, string>;
  /** Those of them that are neighbouring councils. */
  readonly neighbours?: ReadonlySet<string>;
  readonly personIds: readonly string[];
  readonly worries: Worries;
}

/** A line that the analyst added, out of the form that carries it: `agency|person|category|only|border|worry` and its reason. */
export function addedLine(
  value: string,
  why: string,
  { agencies, neighbours, personIds, worries }: Widening,
): AskLine | undefined {
  const [agencyId = '', personId = '', code = '', only = '', border = '', neededFor = ''] = value.split('|');
  const agencyName = agencies.get(agencyId);
  const category = Category.safeParse(code).data;
  if (agencyName === undefined || category === undefined || !personIds.includes(personId) || why === '')
    return undefined;
  return {
    agencyId,
    agencyName,
    personId,
    category,
    existenceOnly: only === 'only',
    ...(border === 'border' && neighbours?.has(agencyId) === true && { crossBorder: true }),
    why,
    ...(neededFor !== '' && { neededFor }),
    need: needSaid(neededFor, personId, worries),
    suggested: true,
    widened: true,
  };
}

export const valueOfAdded = (line: AskLine): string =>
  [
    keyOf(line),
    line.existenceOnly ? 'only' : 'content',
    line.crossBorder === true ? 'border' : '',
    line.neededFor ?? '',
  ].join('|');
