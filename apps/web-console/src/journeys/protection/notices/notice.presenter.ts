import type { Notice } from '@mash/contracts';
import { momentWords, type ClockChip } from '../../../presenters/clock-chip';
import type { SummaryRow } from '../../../presenters/summary-row';
import { nameAndAge } from '../../../presenters/name-and-age';
import { missingSentence } from '../../enquiry/contact/concern.presenter';
import type { ReleasedDocument } from '../../enquiry/contact/contact-words';
import { sayPath } from '../../recalls/shared/recall-words';
import type { NoticeAnswer, NoticeContent, NoticePerson } from '../notice-content';
import { isWaiting, receiptChip } from './notices.presenter';

/** One notice: what is known, as it was when somebody pressed. */
export interface NoticeView {
  readonly heading: string;
  readonly reference: string;
  readonly receipt: ClockChip;
  readonly pressed: string;
  readonly missing: readonly string[];
  readonly concern: readonly SummaryRow[];
  readonly people: readonly { readonly heading: string; readonly rows: readonly SummaryRow[] }[];
  /** What agencies answered, newest first as the picture has it. */
  readonly answers: readonly SummaryRow[];
  /** Absent once receipt is confirmed. */
  readonly receiptAction: string | undefined;
  /** Where its reader says that it is not for them. */
  readonly wrongHref: string | undefined;
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

function answerRow({ agency, when, about, what, text, foot, isSure }: NoticeAnswer): SummaryRow {
  const doubt = isSure ? [] : ['Nobody has confirmed whom this is about.'];
  const end = foot === '' ? [] : [foot];
  return { key: `${agency}, ${when}`, value: [text, `About ${about}. ${what}.`, ...doubt, ...end].join('\n') };
}

/** What a notice tells, as rows: also for whoever reads it out over the telephone. */
export function toldRows(content: NoticeContent): Pick<NoticeView, 'concern' | 'people' | 'answers'> {
  const people = content.people.map((person) => ({
    heading: nameAndAge(person.name, person.age),
    rows: personRows(person),
  }));
  return { concern: concernRows(content), people, answers: (content.items ?? []).map(answerRow) };
}

export interface NoticeGiven {
  readonly notice: Notice;
  readonly document: ReleasedDocument<NoticeContent>;
  readonly now: Date;
}

const TAKEN_BACK =
  'This should not have come to you. Do not act on it, and destroy what you kept of it: "Recalled from you" says what to confirm. If you know the child, ring the hub.';

function recalledSince(content: NoticeContent | undefined): string[] {
  const count = content?.recalledItems ?? 0;
  if (count === 0) return [];
  return [
    `${count === 1 ? '1 thing' : `${String(count)} things`} that agencies answered: recalled since. Ring the hub.`,
  ];
}

function headingOf(notice: Notice): string {
  if (notice.recalledAt !== undefined) return 'This notice was taken back';
  return isWaiting(notice) ? 'A child may be in danger: confirm that you have this' : 'You have this notice';
}

export function noticeView({ notice, document, now }: NoticeGiven): NoticeView {
  const content = document.kind === 'shown' ? document.content : undefined;
  const by = content?.pressedBy;
  const sent = momentWords(new Date(notice.sentAt), now);
  const unopened =
    missingSentence(document, 'The notice') ?? (content === undefined ? 'The notice: ring the hub.' : undefined);
  return {
    heading: headingOf(notice),
    reference: notice.reference,
    receipt: receiptChip(notice, now),
    pressed: by === undefined ? `Sent ${sent}.` : `${by.name}, ${by.role}, ${by.agency}, pressed ${sent}.`,
    missing:
      notice.recalledAt === undefined
        ? [...(unopened === undefined ? [] : [unopened]), ...(content?.missing ?? []), ...recalledSince(content)]
        : [TAKEN_BACK],
    ...(content === undefined ? { concern: [], people: [], answers: [] } : toldRows(content)),
    receiptAction: isWaiting(notice) ? `/notices/${notice.noticeId}/receipt` : undefined,
    wrongHref:
      notice.recalledAt === undefined
        ? sayPath(notice.enquiryId, 'notice', notice.noticeId, `/notices/${notice.noticeId}`)
        : undefined,
  };
}
