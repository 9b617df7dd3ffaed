import type { GovernedEnquiry } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import type { SummaryRow } from '../../../presenters/summary-row';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import { whoWords } from '../shared/who';

export interface GovernedEnquiryView {
  readonly reference: string;
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  readonly holds: readonly { readonly href: string; readonly text: string }[];
  readonly erasures: readonly { readonly href: string; readonly text: string }[];
  /** Absent where there is nothing left to hold, or something forbids it; then `whyNot` says what. */
  readonly holdHref?: string;
  readonly eraseHref?: string;
  readonly whyNot?: string;
}

const STATES = { requested: 'waits for a second person', withdrawn: 'withdrawn', erased: 'done' } as const;

function headingOf({ erased, holds, erasures }: GovernedEnquiry): string {
  const standing = holds.filter(({ liftedAt }) => liftedAt === undefined).length;
  if (erased) return 'This enquiry was erased';
  if (standing > 0)
    return standing === 1 ? '1 legal hold stands on this enquiry' : `${standing} legal holds stand on this enquiry`;
  if (erasures.some(({ state }) => state === 'requested'))
    return 'An erasure of this enquiry waits for a second person';
  return 'Nothing holds this enquiry';
}

function whyNotErased({ closed, holds, erasures }: GovernedEnquiry): string | undefined {
  if (holds.some(({ liftedAt }) => liftedAt === undefined)) return 'It cannot be erased while a legal hold stands.';
  if (erasures.some(({ state }) => state === 'requested')) return 'Somebody has asked for its erasure already.';
  if (closed === undefined) return 'Whether the hub has closed it cannot be told now. Refresh in a few minutes.';
  return closed ? undefined : 'It cannot be erased before the hub has closed it.';
}

/** "May this be erased, and what holds it?" */
export function governedEnquiryView(
  enquiry: GovernedEnquiry,
  readerId: string,
  now: Date,
  named: Naming = NAMELESS,
): GovernedEnquiryView {
  const { enquiryId, enquiryReference, recordedAt, closed, erased } = enquiry;
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const whyNot = erased ? undefined : whyNotErased(enquiry);
  const own = `/ig/enquiry/${enquiryId}`;
  return {
    reference: enquiryReference,
    heading: headingOf(enquiry),
    rows: [
      { key: 'Came in', value: at(recordedAt) },
      {
        key: 'The hub’s work',
        value: erased ? 'Erased' : closed === undefined ? 'Cannot be told now' : closed ? 'Closed' : 'Open',
      },
    ],
    holds: enquiry.holds.map((hold) => ({
      href: `/ig/holds/${hold.holdId}`,
      text: `${hold.reference}, placed ${at(hold.placedAt)} by ${whoWords(hold.placedBy, readerId, named)}${hold.liftedAt === undefined ? '' : `, lifted ${at(hold.liftedAt)}`}`,
    })),
    erasures: enquiry.erasures.map((erasure) => ({
      href: `/ig/erasures/${erasure.erasureId}`,
      text: `${erasure.retentionRule}, asked for ${at(erasure.requestedAt)} by ${whoWords(erasure.requestedBy, readerId, named)}: ${STATES[erasure.state]}`,
    })),
    ...(!erased && { holdHref: `${own}/hold` }),
    ...(!erased && whyNot === undefined && { eraseHref: `${own}/erase` }),
    ...(whyNot !== undefined && { whyNot }),
  };
}
