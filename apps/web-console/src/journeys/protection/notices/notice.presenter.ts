import type { Notice } from '@mash/contracts';
import { momentWords, type ClockChip } from '../../../presenters/clock-chip';
import type { SummaryRow } from '../../../presenters/summary-row';
import { missingSentence } from '../../enquiry/contact/concern.presenter';
import type { ReleasedDocument } from '../../enquiry/contact/contact-words';
import type { NoticeContent, NoticePerson } from '../notice-content';
import { receiptChip } from './notices.presenter';

/** One notice: what is known, as it was when somebody pressed. */
export interface NoticeView {
  readonly heading: string;
  readonly reference: string;
  readonly receipt: ClockChip;
  readonly pressed: string;
  readonly missing: readonly string[];
  readonly concern: readonly SummaryRow[];
  readonly people: readonly { readonly heading: string; readonly rows: readonly SummaryRow[] }[];
  /** Absent once receipt is confirmed. */
  readonly receiptAction: string | undefined;
}

const said = (key: string, value: string | undefined): SummaryRow[] => (value === undefined ? [] : [{ key, value }]);

const asked = (key: string, value: string | undefined): SummaryRow => ({
  key,
  value: value ?? 'Not known',
  isGap: value === undefined,
});

function concernRows({ concern, concernedWith }: NoticeContent): SummaryRow[] {
  if (concern === undefined) return said('About', concernedWith.join(', ') || undefined);
  return [
    asked('Where the child is now', concern.whereIsTheChildNow),
    asked('The concern', concern.narrative),
    ...said('About', concernedWith.join(', ') || undefined),
    ...said('Seen by the referrer', concern.seenMyself),
    ...said('Told by others', concern.toldByOthers),
    ...said('Who else lives there', concern.householdNote),
    ...said('Keep from the family', concern.keepFromFamily),
  ];
}

function personRows({ part, relationship, address, addressProtected, allocatedWorker }: NoticePerson): SummaryRow[] {
  return [
    ...said('Part', part),
    ...said('To the child', relationship),
    asked('Address', addressProtected ? 'Protected: ring the hub' : address),
    ...said('Allocated worker', allocatedWorker),
  ];
}

/** What a notice tells, as rows: also for whoever reads it out over the telephone. */
export function toldRows(content: NoticeContent): Pick<NoticeView, 'concern' | 'people'> {
  const people = content.people.map((person) => ({
    heading: `${person.name}, ${person.age}`,
    rows: personRows(person),
  }));
  return { concern: concernRows(content), people };
}

export interface NoticeGiven {
  readonly notice: Notice;
  readonly document: ReleasedDocument<NoticeContent>;
  readonly now: Date;
}

export function noticeView({ notice, document, now }: NoticeGiven): NoticeView {
  const content = document.kind === 'shown' ? document.content : undefined;
  const by = content?.pressedBy;
  const sent = momentWords(new Date(notice.sentAt), now);
  const unopened =
    missingSentence(document, 'The notice') ?? (content === undefined ? 'The notice: ring the hub.' : undefined);
  return {
    heading:
      notice.receivedAt === undefined ? 'A child may be in danger: confirm that you have this' : 'You have this notice',
    reference: notice.reference,
    receipt: receiptChip(notice, now),
    pressed: by === undefined ? `Sent ${sent}.` : `${by.name}, ${by.role}, ${by.agency}, pressed ${sent}.`,
    missing: [...(unopened === undefined ? [] : [unopened]), ...(content?.missing ?? [])],
    ...(content === undefined ? { concern: [], people: [] } : toldRows(content)),
    receiptAction: notice.receivedAt === undefined ? `/notices/${notice.noticeId}/receipt` : undefined,
  };
}
