import { isChildOfTheWorry, type EnquiryView, type Roster } from '@mash/contracts';
import type { Naming } from '../../../presenters/naming';
import { ratingChip, type RatingChip } from '../../../presenters/rating-chip';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { nameAndAge } from '../../../presenters/name-and-age';
import { enquiryPath } from './enquiry-sections';
import { glassStrip, type GlassStrip } from './glass-strip';
import { isHub } from './is-hub';
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
  /** Not offered to somebody who reads it by a broken glass and is not of the hub. */
  readonly protectHref: string | undefined;
  readonly isHub: boolean;
  /** Who may see it, for managers. */
  readonly accessHref: string | undefined;
  readonly glass: GlassStrip | undefined;
}

export interface FrameGiven {
  readonly enquiry: EnquiryView;
  readonly roster: Roster | undefined;
  readonly reader: Pick<SignedInPerson, 'accountId' | 'name' | 'roles'>;
  readonly named?: Naming;
  readonly now: Date;
}

const MOST_CLOCKS = 2;

function childrenWords({ enquiry, roster, now }: FrameGiven): string {
  const children = roster?.people.filter(isChildOfTheWorry) ?? [];
  if (children.length === 0) return peopleWithoutNames(enquiry.people);
  return children.map((child) => nameAndAge(child.displayName, ageOf(child, now))).join('; ');
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

/** A broken glass opens it; it does not give it away. */
const mayRestrict = ({ enquiry, reader }: FrameGiven): boolean =>
  reader.roles.includes('mash-manager') && enquiry.brokenGlass === undefined;

export function enquiryFrameView(given: FrameGiven): EnquiryFrameView {
  const { enquiry, reader } = given;
  const isOfTheHub = isHub(reader);
  return {
    reference: enquiry.reference,
    rating: ratingChip(enquiry.colour),
    children: childrenWords(given),
    clocks: clocksOf(given),
    owner: ownerWords(enquiry.ownerId, reader.accountId, given.named),
    flags: flagsOf(enquiry),
    protectHref: isOfTheHub ? enquiryPath(enquiry.reference, '/protect') : undefined,
    isHub: isOfTheHub,
    accessHref: mayRestrict(given) ? enquiryPath(enquiry.reference, '/access') : undefined,
    glass: glassStrip(enquiry.brokenGlass, reader.name, given.now),
  };
}
