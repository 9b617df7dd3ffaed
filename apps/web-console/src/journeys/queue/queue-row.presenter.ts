import type { QueueRow } from '@mash/contracts';
import { clockChip, type ClockChip } from '../../presenters/clock-chip';
import { ratingChip, type RatingChip } from '../../presenters/rating-chip';
import { clockName } from '../enquiry/shared/clock-names';
import { nextStepLink, type NextStepLink } from '../enquiry/shared/next-step';
import type { Naming } from '../../presenters/naming';
import { ownerWords } from '../enquiry/shared/owner-words';
import { peopleWithoutNames } from '../enquiry/shared/person-words';
import { ISSUES, wordsOf } from '../make-a-contact/draft/code-lists';

/** One enquiry of the queue. No names, and nothing that would tell which family it is. */
export interface QueueRowView {
  readonly reference: string;
  readonly rating: RatingChip;
  readonly clock: { readonly label: string; readonly chip: ClockChip } | undefined;
  readonly people: string;
  readonly concern: string;
  readonly repeats: string | undefined;
  readonly answers: string;
  readonly isLate: boolean;
  readonly owner: string;
  readonly marks: readonly string[];
  readonly next: NextStepLink;
}

/** "3 of 5 answered, 1 late". */
export function answersWords({ asked, answered, late }: Pick<QueueRow, 'asked' | 'answered' | 'late'>): string {
  if (asked === 0) return 'Nobody asked yet';
  return `${answered} of ${asked} answered${late === 0 ? '' : `, ${late} late`}`;
}

const concernWords = (codes: readonly string[]): string =>
  codes.length === 0 ? 'Concern not coded' : codes.map((code) => wordsOf(ISSUES, code)).join(', ');

function repeatWords(earlier: number): string | undefined {
  if (earlier === 0) return undefined;
  return `${earlier} earlier ${earlier === 1 ? 'contact' : 'contacts'} in 12 months`;
}

export const isLate = ({ clock }: QueueRow, now: Date): boolean =>
  clock !== undefined && clockChip(clock, now).look === 'late';

interface Reading {
  readonly readerId: string;
  readonly named?: Naming;
  readonly now: Date;
}

export function queueRowView(row: QueueRow, { readerId, named, now }: Reading): QueueRowView {
  return {
    reference: row.reference,
    rating: ratingChip(row.colour),
    clock: row.clock && { label: clockName(row.clock.code), chip: clockChip(row.clock, now) },
    people: peopleWithoutNames(row.people),
    concern: concernWords(row.presentingIssues),
    repeats: repeatWords(row.repeatContacts12Months),
    answers: answersWords(row),
    isLate: isLate(row, now),
    owner: ownerWords(row.ownerId, readerId, named),
    marks: [
      ...(row.protection ? ['Immediate protection'] : []),
      ...(row.urgent ? ['Urgent'] : []),
      ...(row.flagged ? ['Look again'] : []),
      ...(row.restricted ? ['Restricted'] : []),
    ],
    next: nextStepLink(row),
  };
}
