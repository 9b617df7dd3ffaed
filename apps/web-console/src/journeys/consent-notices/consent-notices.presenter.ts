import { durationWords } from '@mash/clocks';
import type { ConsentNotices } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import { radios, type FieldView } from '../../forms/field-view';
import { momentWords, type ClockChip } from '../../presenters/clock-chip';

type Notice = ConsentNotices['notices'][number];

export const CONFIRMATIONS = [
  { value: 'destroyed', text: 'We destroyed what we held' },
  { value: 'kept_by_law', text: 'We keep our own record of it, because a law says so' },
  { value: 'nothing_held', text: 'We held nothing' },
] as const;

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const HOLDS: Readonly<Record<Notice['holds'][number], string>> = {
  request: 'what the hub asked you',
  answer: 'what you answered',
  disclosure: 'what you were shown',
  product: 'what the hub sent you',
};

/** "Consent changed. What is it that we hold, and what became of it?" */
export interface ConsentNoticesView {
  readonly heading: string;
  readonly waiting: readonly {
    readonly reference: string;
    readonly clock: ClockChip;
    readonly words: string;
    readonly action: string;
    readonly field: FieldView;
  }[];
  readonly confirmed: readonly string[];
}

function clockOf({ dueAt }: Notice, now: Date): ClockChip {
  const left = Date.parse(dueAt) - now.getTime();
  if (left < 0) return { look: 'late', text: `${durationWords(-left, 'up')} late` };
  return { look: 'in-time', text: `Confirm by ${momentWords(new Date(dueAt), now)}` };
}

function wordsOf({ state, holds }: Notice): string {
  const what = state === 'withdrawn' ? 'was withdrawn' : state === 'refused' ? 'was refused' : 'is in dispute';
  return `Consent to share about a person of this enquiry ${what}. You hold ${LIST.format(holds.map((one) => HOLDS[one]))}. Do not use it further.`;
}

export function consentNoticesView(
  notices: readonly Notice[],
  errors: readonly FieldError[],
  now: Date,
): ConsentNoticesView {
  const waiting = notices.filter(({ confirmed }) => confirmed === undefined);
  return {
    heading:
      waiting.length === 0
        ? 'Nothing waits to be confirmed'
        : `${waiting.length === 1 ? '1 notice waits' : `${waiting.length} notices wait`} for your confirmation`,
    waiting: waiting.map((notice) => ({
      reference: notice.enquiryReference,
      clock: clockOf(notice, now),
      words: wordsOf(notice),
      action: `/consent-notices/${notice.noticeId}`,
      field: radios({
        name: `did-${notice.noticeId}`,
        label: 'What became of it?',
        options: CONFIRMATIONS,
        value: undefined,
        errors,
      }),
    })),
    confirmed: notices.flatMap(({ confirmed, confirmedAt, enquiryReference }) => {
      const said = CONFIRMATIONS.find(({ value }) => value === confirmed)?.text;
      return said === undefined || confirmedAt === undefined
        ? []
        : [`${enquiryReference}: ${said.toLowerCase()}, ${momentWords(new Date(confirmedAt), now)}`];
    }),
  };
}
