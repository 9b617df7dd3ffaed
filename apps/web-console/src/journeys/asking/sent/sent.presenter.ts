import { CATEGORIES, type AgencyRequest, type RequestLine, type SharingDecisionView } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { NO_TITLES, type AgreementTitles } from '../../../presenters/agreement-words';
import { answersByWords } from '../../../presenters/answers-by-words';
import type { BasisView } from '../../../presenters/basis-view';
import { momentWords, type ClockChip } from '../../../presenters/clock-chip';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import { RELEASER_WORDS } from '../../../presenters/releaser-words';
import { basisView } from './basis.presenter';
import { sayPath } from '../../recalls/shared/recall-words';
import { requestClock } from '../../worklist/request-clock';

export interface SentGiven {
  readonly requests: readonly AgencyRequest[];
  readonly decisions: readonly SharingDecisionView[];
  readonly names: ReadonlyMap<string, string>;
  /** Colleagues, where the reader may have their names. */
  readonly named?: Naming;
  /** Of the agreements that the reader may read. */
  readonly titleOf?: AgreementTitles;
  readonly now: Date;
}

export interface SentRequestView {
  readonly requestId: string;
  readonly agency: string;
  readonly standing: string;
  readonly clock: ClockChip | undefined;
  readonly chased: string | undefined;
  readonly canChase: boolean;
  /** Where somebody says that it is about the wrong person, or went to the wrong agency; none before it could be opened. */
  readonly wrongHref: string | undefined;
  /** Something in it was not allowed or waits: its lines are not folded away. */
  readonly isOpen: boolean;
  readonly lines: readonly {
    readonly lineId: string;
    readonly person: string;
    readonly what: string;
    readonly state: string;
    readonly because: string;
    readonly basis: BasisView | undefined;
    /** Not asked, or not any more: on today's facts it may be asked again, where somebody presses the button. */
    readonly canAskAgain: boolean;
  }[];
}

const STANDING: Readonly<Record<AgencyRequest['state'], string>> = {
  proposed: 'Being decided',
  open: 'No answer yet',
  part_answered: 'Answered in part',
  answered: 'Answered',
  not_allowed: 'Not allowed',
  waiting_review: 'Waits for a human',
  held: 'On hold: a human looks again',
  recalled: 'Recalled',
};

const LINE_STATE: Readonly<Record<RequestLine['state'], string>> = {
  proposed: 'Being decided',
  issued: 'Asked',
  denied: 'Not allowed',
  review: 'A human is looking',
  answered: 'Answered',
  withdrawn: 'Withdrawn',
  held: 'On hold',
  recalled: 'Recalled',
};

/** Why is said, and "Ask again" offered: not let through, waiting, or taken back. */
const NOT_ASKED: readonly RequestLine['state'][] = ['denied', 'review', 'held', 'recalled'];

const isWaiting = ({ state }: AgencyRequest): boolean => state === 'open' || state === 'part_answered';

/** Requests that were sent, with the state of every line; late first, then what still waits. */
export function sentView({
  requests,
  decisions,
  names,
  named = NAMELESS,
  titleOf = NO_TITLES,
  now,
}: SentGiven): SentRequestView[] {
  const inOrder = [...requests].sort(
    (a, b) => Number(isLateNow(b)) - Number(isLateNow(a)) || Number(isWaiting(b)) - Number(isWaiting(a)),
  );
  return inOrder.map((request) => ({
    requestId: request.requestId,
    agency: request.agencyName,
    standing: standingOf(request, now),
    clock: isWaiting(request) ? requestClock(request, now) : undefined,
    chased: chasedWords(request, now),
    canChase: isWaiting(request),
    wrongHref:
      request.issuedAt === undefined
        ? undefined
        : sayPath(request.enquiryId, 'request', request.requestId, `/enquiries/${request.enquiryReference}/asks`),
    isOpen: request.lines.some(({ state }) => NOT_ASKED.includes(state)),
    lines: request.lines.map((line) => ({
      lineId: line.lineId,
      person: names.get(line.personId) ?? 'Somebody on this enquiry',
      what: line.existenceOnly ? 'Do they know them?' : CATEGORIES[line.category].label,
      state: stateWords(line, now),
      because: becauseOf(line, decisions, now),
      basis: basisView(newestAbout(line, decisions), { now, named, titleOf }),
      canAskAgain: NOT_ASKED.includes(line.state),
    })),
  }));
}

function stateWords({ state, changedAt }: RequestLine, now: Date): string {
  const words = LINE_STATE[state];
  return changedAt === undefined ? words : `${words} ${momentWords(new Date(changedAt), now)}`;
}

const isLateNow = (request: AgencyRequest): boolean => request.late && isWaiting(request);

function standingOf(request: AgencyRequest, now: Date): string {
  const words = STANDING[request.state];
  if (request.state !== 'answered' || request.answeredAt === undefined) return words;
  return `${words} ${momentWords(new Date(request.answeredAt), now)}${request.late ? ', late' : ''}`;
}

function chasedWords({ chasers }: AgencyRequest, now: Date): string | undefined {
  const last = chasers.at(-1);
  if (last === undefined) return undefined;
  const times = chasers.length === 1 ? 'once' : `${chasers.length} times`;
  return `Chased ${times}, last ${momentWords(new Date(last.at), now)}`;
}

function newestAbout(line: RequestLine, decisions: readonly SharingDecisionView[]): SharingDecisionView | undefined {
  const about = decisions.filter(({ about: its }) => its.id === line.lineId);
  return [...about].sort((a, b) => b.decidedAt.localeCompare(a.decidedAt))[0];
}

/** Why a line was not let through, or waits, for whom and until when: the newest decision about it, in the words that the hub may read. */
function becauseOf(line: RequestLine, decisions: readonly SharingDecisionView[], now: Date): string {
  if (!NOT_ASKED.includes(line.state)) return '';
  const newest = newestAbout(line, decisions);
  const said = (newest?.reasons ?? []).map(({ sentence }) => sentence);
  const answers =
    line.state === 'review' && newest ? answersByWords(releasersOf(newest), newest.dueAt, now) : undefined;
  return [...said, ...(answers === undefined ? [] : [answers])].join(' ');
}

/** All who have still to say yes. */
function releasersOf({ releaser, releaserAgencyId, waitsFor }: SharingDecisionView): string[] {
  const first = releaser && { releaser, releaserAgencyId };
  return (waitsFor ?? (first ? [first] : [])).map((one) =>
    one.releaser === 'holder' && one.releaserAgencyId !== undefined
      ? agencyWords(one.releaserAgencyId)
      : RELEASER_WORDS[one.releaser],
  );
}

/** What the page's heading says once something was sent: "3 of 5 have answered, 1 late". */
export function sentHeading(requests: readonly AgencyRequest[]): string | undefined {
  if (requests.length === 0) return undefined;
  const answered = requests.filter(({ state }) => state === 'answered').length;
  const late = requests.filter(isLateNow).length;
  return `${answered} of ${requests.length} ${requests.length === 1 ? 'agency has' : 'agencies have'} answered${late === 0 ? '' : `, ${late} late`}`;
}
