import type { AgencyRequest, ContactDetail, Roster } from '@mash/contracts';
import type { FieldView } from '../../forms/field-view';
import { permittedBasis, type BasisView } from '../../presenters/basis-view';
import { momentWords } from '../../presenters/clock-chip';
import type { CoverageCard } from '../../presenters/coverage-card';
import { NOT_SHOWN } from '../../presenters/not-named';
import type { SummaryRow } from '../../presenters/summary-row';
import { ContactContent } from '../../sealing/contact-content';
import { sayPath } from '../recalls/shared/recall-words';
import { chronologyView, rowOf, type ChronologyRow, type ChronologyView } from './chronology.presenter';
import { coverageCards, STILL_OWED, type PlannedAgency } from './coverage.presenter';
import { filtered, filterFields, showAllHref, type PictureFilter } from './picture-filter';
import { knownItems, type KnownItem } from './read-item';
import { notHereLines, type Answered } from './not-here';
import { sideBySide, type SideBySide } from './side-by-side';
import { toAccept, type ToAccept } from '../../presenters/to-accept';
import { MAY_BE_MORE, withheldLines, type WithheldLine } from './withheld';

export interface PictureGiven extends Answered {
  readonly path: string;
  readonly contact: ContactDetail;
  readonly requests: readonly AgencyRequest[];
  readonly planned: readonly PlannedAgency[];
  /** Which request they answer: an agency can have been asked more than once. */
  readonly requestOfEnvelope: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly roster: Roster | undefined;
  readonly filter: PictureFilter;
  /** A manager who may set refusals of the rules aside. */
  readonly mayOverride?: boolean;
  readonly now: Date;
}

interface ConcernShown {
  readonly received: string;
  readonly words: string;
  readonly isGap: boolean;
  /** The law that it is shown under. */
  readonly basis?: BasisView | undefined;
}

/** "What does everyone know, who has not said?" */
export interface PictureView {
  readonly heading: string;
  /** What was answered and is not here (`notHereLines`). */
  readonly notHere: readonly string[];
  readonly orders: readonly ChronologyRow[];
  readonly cards: readonly CoverageCard[];
  readonly concern: ConcernShown;
  readonly sideBySide: readonly SideBySide[];
  readonly chronology: ChronologyView;
  /** Possibly about somebody else: apart from the chronology, marked so. */
  readonly unconfirmed: readonly ChronologyRow[];
  readonly allHref: string;
  readonly filter: { readonly action: string; readonly fields: readonly FieldView[]; readonly isOn: boolean };
  readonly withheld: readonly WithheldLine[];
  readonly accept: ToAccept & { readonly action: string };
  readonly mayBeMore: string;
  readonly professionals: readonly SummaryRow[];
  readonly conditions: boolean;
  readonly decideHref: string;
  /** Address of the page for saying that an item is wrong, around its id. */
  readonly wrong: { readonly before: string; readonly after: string };
}

export function pictureView(given: PictureGiven): PictureView {
  const { released, requests, names, filter, path } = given;
  const known = knownItems(released.items);
  const sure = known.filter(isSure);
  const shown = filtered(known, requests, filter);
  const cards = coverageCards({ ...given, coverage: released.coverage });
  return {
    heading: headingOf(cards),
    notHere: notHereLines(given, given.now),
    orders: sure.filter(isOrder).map((one) => rowOf(one, names)),
    cards,
    concern: concernOf(given),
    sideBySide: sideBySide(sure, names),
    chronology: chronologyView(shown.filter(isSure), names, filter.showAll),
    unconfirmed: shown.filter((one) => !isSure(one)).map((one) => rowOf(one, names)),
    allHref: showAllHref(path, filter),
    filter: {
      action: path,
      fields: filterFields(filter, requests, names),
      isOn: filter.personId !== undefined || filter.requestId !== undefined,
    },
    withheld: withheldLines(released.items, given.now, given.mayOverride),
    accept: { action: path, ...toAccept(released.items) },
    mayBeMore: MAY_BE_MORE,
    professionals: professionalsOf(given.roster),
    conditions: known.some(({ item }) => item.condition !== undefined || item.handling === 'C'),
    decideHref: path.replace(/\/picture$/, '/decide'),
    wrong: wrongPath(given),
  };
}

function wrongPath({ contact, path }: PictureGiven): PictureView['wrong'] {
  const [before = '', after = ''] = sayPath(contact.enquiryId, 'item', '|', path).split('|');
  return { before, after };
}

/** Whom it is about is known. What is not stands apart, and is set beside nothing (rule row R-ID-01). */
const isSure = ({ item }: KnownItem): boolean => item.identity !== 'possible';
const isOrder = ({ item }: KnownItem): boolean => item.category === 'protective-orders';

const aloneWords = (isSilent: boolean, isInPart: boolean, isLate: boolean): string =>
  `The agency that was asked has ${isSilent ? 'not answered' : isInPart ? 'answered in part' : 'answered'}${isLate ? ', and is late' : ''}`;

function headingOf(cards: readonly CoverageCard[]): string {
  const asked = cards.filter(({ state }) => state !== 'Not asked' && state !== NOT_SHOWN);
  const silent = asked.filter(({ state }) => state.startsWith('No answer yet')).length;
  const inPart = asked.filter(({ lines }) => lines.some((line) => line.startsWith(STILL_OWED))).length;
  const late = cards.filter(({ isLate }) => isLate).length;
  if (asked.length === 0) return 'No agency has been asked yet';
  const but = `${inPart === 0 ? '' : `, ${inPart} in part`}${late === 0 ? '' : `, ${late} late`}`;
  if (asked.length === 1) return aloneWords(silent > 0, inPart > 0, late > 0);
  if (silent === 0) return `All ${asked.length} agencies have answered${but}`;
  return `${asked.length - silent} of ${asked.length} agencies have answered${but}`;
}

/** The concern in the referrer's own words, as far as this viewer may read it. */
function concernOf({ contact, released, now }: PictureGiven): ConcernShown {
  const received = `Received ${momentWords(new Date(contact.receivedAt), now)}`;
  const item = released.items.find(({ envelopeId }) => envelopeId === contact.contactId);
  const content = ContactContent.partial().safeParse(item?.content).data;
  if (item?.visibility === 'withheld') return { received, words: item.reason.sentence, isGap: true };
  const where = content?.whereIsTheChildNow && `Where the child is now: ${content.whereIsTheChildNow}`;
  const words = [content?.narrative, where, content?.seenMyself, content?.toldByOthers].filter(
    (part) => part !== undefined && part !== '',
  );
  if (words.length === 0) return { received, words: 'No words of it can be shown', isGap: true };
  return { received, words: words.join('\n\n'), isGap: false, basis: item && permittedBasis(item) };
}

function professionalsOf(roster: Roster | undefined): SummaryRow[] {
  return (roster?.people ?? []).flatMap(({ displayName, kind, school, gp, addressProtected, allocatedWorker }) => {
    const worker = allocatedWorker && `Social worker: ${allocatedWorker.name}, ${allocatedWorker.team}`;
    const known = [school && `School: ${school}`, gp && `GP: ${gp}`];
    const places = addressProtected ? [kind === 'adult' ? undefined : 'School and GP: kept secret'] : known;
    const all = [worker, ...places].filter((line) => line !== undefined && line !== '');
    return all.length === 0 ? [] : [{ key: displayName, value: all.join('\n') }];
  });
}
