import { londonDate, londonDayOf } from '@mash/clocks';
import type { PersonFacts } from '@mash/contracts';
import type { Option } from '../../../forms/field-view';
import type { SummaryRow } from '../../../presenters/summary-row';

export const SAID_BY: readonly Option[] = [
  { value: 'professional', text: 'A professional who knows them' },
  { value: 'parent', text: 'A parent' },
  { value: 'child', text: 'The child or young person' },
  { value: 'court_order', text: 'A court order, seen' },
  { value: 'register', text: 'A register or certificate, seen' },
];
export const JUDGED_BY: readonly Option[] = [
  { value: 'social_worker', text: 'A social worker' },
  { value: 'health', text: 'A health professional' },
  { value: 'education', text: 'Somebody in education' },
  { value: 'police', text: 'The police' },
  { value: 'court', text: 'A court' },
  { value: 'hub', text: 'The hub' },
];

const COMPETENCE = { yes: 'Yes', no: 'No', not_assessed: 'Not assessed' } as const;
const KIND: Readonly<Record<PersonFacts['standing']['kind'], string>> = {
  unborn: 'unborn',
  u13: 'under 13',
  '13_15': '13 to 15',
  '16_17': '16 or 17: competent unless found not to be',
  '18_25': '18 to 25',
  adult: 'adult',
  unknown: 'age not known',
};

/** "Judged 3 Jun 2026, 5 months ago". A judgement of competence counts for six months. */
export function judgedWords(iso: string, now: Date): string {
  const at = new Date(iso);
  const months = (now.getUTCFullYear() - at.getUTCFullYear()) * 12 + now.getUTCMonth() - at.getUTCMonth();
  const whole = Math.max(0, months - (now.getUTCDate() < at.getUTCDate() ? 1 : 0));
  const ago = whole === 0 ? 'less than a month ago' : whole === 1 ? '1 month ago' : `${whole} months ago`;
  return `Judged ${londonDate(at)}, ${ago}`;
}

function competenceRow({ standing }: PersonFacts, now: Date): SummaryRow {
  const { competence, competenceJudgedAt, competenceStale, kind } = standing;
  const judged = competenceJudgedAt === undefined ? 'Nobody has judged it' : judgedWords(competenceJudgedAt, now);
  const stale = competenceStale ? '. More than 6 months ago: it counts no longer. Ask again' : '';
  const value = `${COMPETENCE[competence]} (${KIND[kind]}). ${judged}${stale}`;
  return { key: 'Competent to decide this', value, isGap: competenceStale || competenceJudgedAt === undefined };
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

type Recorded = PersonFacts['recorded'][number];

const dayOf = ({ judgedAt }: Recorded): string => londonDayOf(new Date(judgedAt));

/** What is said by the child goes by the day on which it was said, and not by when it was written down. */
function objection({ recorded }: PersonFacts): Recorded | undefined {
  const said = recorded.filter(({ objects }) => objects !== undefined);
  return said.reduce<Recorded | undefined>(
    (last, one) => (last === undefined || dayOf(one) > dayOf(last) ? one : last),
    undefined,
  );
}

/** Who judged what stands of a fact, and when. */
function byWhom(newest: Recorded | undefined, now: Date): string {
  if (newest === undefined) return '';
  if (newest.mayBeOfAnother === true) return ' (the newest record may be of another person)';
  const who = SAID_BY.find(({ value }) => value === newest.saidBy)?.text ?? newest.saidBy;
  return ` (${who.toLowerCase()}; ${lowerFirst(judgedWords(newest.judgedAt, now))})`;
}

/** What stands of one person today, each with who judged it and when. */
export function factRows(facts: PersonFacts, names: ReadonlyMap<string, string>, now: Date): SummaryRow[] {
  const { standing, recorded } = facts;
  const newest = (has: (one: Recorded) => boolean) => recorded.find(has);
  const parents = standing.provenParents.map((id) => names.get(id) ?? 'somebody on this enquiry');
  const proven =
    parents.length > 0 ? parents.join(', ') : standing.parentalResponsibilityProven ? 'Of whoever speaks' : 'Of nobody';
  const isChild = ['unborn', 'u13', '13_15', '16_17', 'unknown'].includes(standing.kind);
  return [
    ...(isChild ? [competenceRow(facts, now)] : []),
    {
      key: 'Objects',
      value: `${standing.objects ? 'Yes' : 'No'}${byWhom(objection(facts), now)}`,
    },
    ...(isChild
      ? [
          {
            key: 'Parents in dispute',
            value: `${standing.dispute === 'open' ? 'Yes' : 'No'}${byWhom(
              newest(({ dispute }) => dispute !== undefined),
              now,
            )}`,
          },
          {
            key: 'Parental responsibility proven',
            value: `${proven}${byWhom(
              newest((one) => one.parentalResponsibilityProven !== undefined),
              now,
            )}`,
            isGap: parents.length === 0 && !standing.parentalResponsibilityProven,
          },
        ]
      : []),
  ];
}
