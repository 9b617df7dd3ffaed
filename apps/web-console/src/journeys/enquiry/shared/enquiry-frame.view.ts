import type { EnquiryView, Roster } from '@mash/contracts';
import { ratingChip, type RatingChip } from '../../../presenters/rating-chip';
import { enquiryPath } from './enquiry-sections';
import { labelledClock, openClocks, type LabelledClock } from './labelled-clock';
import { ownerWords } from './owner-words';
import { ageOf, peopleWithoutNames } from './person-words';

/** What stands above every page of an enquiry: rating, children and ages, time left, owner, flags. */
export interface EnquiryFrameView {
  readonly reference: string;
  readonly rating: RatingChip;
  readonly children: string;
  readonly clocks: readonly LabelledClock[];
  readonly owner: string;
  /** Words that are in force on every page: "Urgent", "Immediate protection is running", "Restricted". */
  readonly flags: readonly string[];
  readonly protectHref: string;
}

export interface FrameGiven {
  readonly enquiry: EnquiryView;
  readonly roster: Roster | undefined;
  readonly readerId: string;
  readonly now: Date;
}

const MOST_CLOCKS = 2;

function childrenWords({ enquiry, roster, now }: FrameGiven): string {
  const children = roster?.people.filter(({ kind }) => kind !== 'adult') ?? [];
  if (children.length === 0) return peopleWithoutNames(enquiry.people);
  return children.map((child) => `${child.displayName}, ${ageOf(child, now)}`).join('; ');
}

function flagsOf(enquiry: EnquiryView): string[] {
  return [
    ...(enquiry.protection ? ['Immediate protection is running'] : []),
    ...(enquiry.restricted ? ['Restricted: named people only'] : []),
    ...(enquiry.openCase ? ['Open case'] : []),
    ...(enquiry.urgent ? ['Urgent'] : []),
  ];
}

/** The clock that matters most first, then the one that falls due next. */
function clocksOf({ enquiry, now }: FrameGiven): LabelledClock[] {
  const open = openClocks(enquiry.clocks);
  const first = enquiry.clock ?? open[0];
  const rest = open.filter(({ code }) => code !== first?.code);
  return [...(first === undefined ? [] : [first]), ...rest]
    .slice(0, MOST_CLOCKS)
    .map((clock) => labelledClock(clock, now));
}

export function enquiryFrameView(given: FrameGiven): EnquiryFrameView {
  const { enquiry, readerId } = given;
  return {
    reference: enquiry.reference,
    rating: ratingChip(enquiry.colour),
    children: childrenWords(given),
    clocks: clocksOf(given),
    owner: ownerWords(enquiry.ownerId, readerId),
    flags: flagsOf(enquiry),
    protectHref: enquiryPath(enquiry.reference, '/protect'),
  };
}
