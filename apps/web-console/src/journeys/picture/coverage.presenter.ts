import { durationWords, partialDateWords } from '@mash/clocks';
import { CoverageState, type AgencyRequest, type NotNamedRequest, type PlanLine, type Released } from '@mash/contracts';
import { coverageCard, type CoverageCard } from '../../presenters/coverage-card';
import { notNamedCards, notShownCard } from '../../presenters/not-named';
import { identifierWords } from '../answering/coverage/coverage-choices';

export type PlannedAgency = Pick<PlanLine, 'agencyId' | 'agencyName' | 'askedNotShown'>;

export interface CoverageGiven {
  readonly requests: readonly AgencyRequest[];
  /** Of agencies that the reader may not know were asked. */
  readonly notNamed?: readonly NotNamedRequest[];
  readonly coverage: Released['coverage'];
  /** The request that each envelope answers. */
  readonly requestOfEnvelope: ReadonlyMap<string, string>;
  /** What the pack's plan names, asked or not. */
  readonly planned: readonly PlannedAgency[];
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
}

type Searched = Released['coverage'][number];

/** From the loudest gap to what is plainly known: the card of an agency says the first that any of its searches came to. */
const LOUDEST: readonly CoverageState[] = ['declined', 'part_searched', 'known_current', 'known_historic', 'not_known'];

const SAID: Readonly<Record<CoverageState, string>> = {
  known_current: 'known now',
  known_historic: 'known in the past',
  not_known: 'not known',
  part_searched: 'searched in part',
  declined: 'declined to say',
};

/** A card for each agency: state, what was searched and when, who was missed. Gaps and late ones come first. */
export function coverageCards(given: CoverageGiven): CoverageCard[] {
  const asked = [...new Set(given.requests.map(({ agencyId }) => agencyId))];
  const cards = asked.map((agencyId) => cardOf(agencyId, given));
  const besides = given.planned.filter(({ agencyId }) => !asked.includes(agencyId));
  const missing = [...new Map(besides.map((one) => [one.agencyId, one])).values()].map(plannedCard);
  const weight = (card: CoverageCard): number => (card.isLate ? 0 : card.isGap ? 1 : 2);
  return [...cards, ...notNamedCards(given.notNamed ?? []), ...missing].sort((a, b) => weight(a) - weight(b));
}

const plannedCard = ({ agencyName: agency, askedNotShown }: PlannedAgency): CoverageCard =>
  askedNotShown === true ? notShownCard(agency) : coverageCard({ agency, standing: 'not_asked' });

function cardOf(agencyId: string, given: CoverageGiven): CoverageCard {
  const requests = given.requests.filter((request) => request.agencyId === agencyId);
  const agency = requests[0]?.agencyName ?? agencyId;
  const searched = newestOfEach(
    given.coverage.filter((one) => one.agencyId === agencyId),
    given,
  );
  const lines = [...searched.map((one) => searchedLine(one, given.names)), ...standingLines(requests)];
  const late = lateWords(requests, given.now);
  if (searched.length === 0 && requests.every(({ state }) => state === 'not_allowed'))
    return coverageCard({ agency, standing: 'not_asked', lines });
  if (searched.length === 0) return coverageCard({ agency, standing: 'waiting', lines, ...(late && { late }) });
  const missed = missedOf(requests, searched, given);
  const state = LOUDEST.find((one) => searched.some((its) => its.state === one));
  const all = missed === undefined ? lines : [...lines, missed];
  const card = coverageCard({
    agency,
    standing: 'answered',
    lines: all,
    ...(state && { state }),
    ...(late && { late }),
  });
  return missed === undefined ? card : { ...card, isGap: true };
}

type Answering = Pick<CoverageGiven, 'requestOfEnvelope' | 'names'>;

const answeredBy = ({ envelopeId, personId }: Searched, { requestOfEnvelope }: Answering): string =>
  `${requestOfEnvelope.get(envelopeId) ?? ''} ${personId}`;

/**
 * A second answer to a request about somebody stands in the place of the first: they come in the order in which they were given. One to another
 * request, which asked for something else, stands beside it.
 */
const newestOfEach = (searched: readonly Searched[], its: Answering): Searched[] => [
  ...new Map(searched.map((one) => [answeredBy(one, its), one])).values(),
];

function searchedLine(one: Searched, names: ReadonlyMap<string, string>): string {
  const state = CoverageState.safeParse(one.state).data;
  const who = `${names.get(one.personId) ?? 'Somebody'}: ${state === undefined ? 'answered' : SAID[state]}`;
  const where = one.systems.length === 0 ? '' : ` Searched ${one.systems.join(', ')}`;
  const by =
    where === '' || one.identifiers.length === 0 ? '' : ` by ${one.identifiers.map(identifierWords).join(', ')}`;
  const dates = where === '' ? '' : datesWords(one);
  return `${who}.${where}${by}${dates}${where === '' ? '' : '.'}${one.note === undefined ? '' : ` ${one.note}`}`;
}

function datesWords({ from, to }: Searched): string {
  if (from === undefined && to === undefined) return '';
  if (from === undefined) return `, up to ${partialDateWords(to ?? '')}`;
  return to === undefined
    ? `, from ${partialDateWords(from)}`
    : `, ${partialDateWords(from)} to ${partialDateWords(to)}`;
}

/** With these words begins what an agency that has answered still owes. */
export const STILL_OWED = 'No answer yet about';

/** "Not known (searched for 4 of 5 people)": who was asked about and not searched for, and about whom one of several requests is not answered. */
function missedOf(
  requests: readonly AgencyRequest[],
  searched: readonly Searched[],
  its: Answering,
): string | undefined {
  const { names } = its;
  const answered = new Set(searched.map((one) => answeredBy(one, its)));
  const missing = requests.flatMap(({ requestId, lines }) =>
    lines
      .filter(({ state, personId }) =>
        state === 'issued'
          ? !answered.has(`${requestId} ${personId}`)
          : state === 'answered' && !searched.some((one) => one.personId === personId),
      )
      .map(({ personId }) => personId),
  );
  const missed = [...new Set(missing)];
  if (missed.length === 0) return undefined;
  return `${STILL_OWED} ${missed.map((personId) => names.get(personId) ?? 'somebody').join(', ')}`;
}

function standingLines(requests: readonly AgencyRequest[]): string[] {
  const states = new Set(requests.map(({ state }) => state));
  return [
    ...(states.has('waiting_review') ? ['A human is looking at whether they may be asked'] : []),
    ...(states.has('not_allowed') ? ['The rules did not allow the question'] : []),
    ...(states.has('proposed') ? ['The question is being decided'] : []),
  ];
}

function lateWords(requests: readonly AgencyRequest[], now: Date): string | undefined {
  const due = requests
    .filter(({ late, state }) => late && (state === 'open' || state === 'part_answered'))
    .flatMap(({ dueAt }) => dueAt ?? [])
    .sort()[0];
  return due === undefined ? undefined : `${durationWords(Math.max(0, now.getTime() - Date.parse(due)), 'up')} late`;
}
