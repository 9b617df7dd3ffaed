import { durationWords } from '@mash/clocks';
import type { Notice } from '@mash/contracts';
import { momentWords, type ClockChip } from '../../../presenters/clock-chip';

/** Notices of immediate protection to one's own agency: those without a receipt first. */
export interface NoticesView {
  readonly heading: string;
  readonly rows: readonly {
    readonly reference: string;
    readonly href: string;
    readonly sent: string;
    readonly receipt: ClockChip;
  }[];
}

/** The receipt as a chip: when it was given, or how long is left for it. */
export function receiptChip({ receivedAt, recalledAt, receiptDueAt }: Notice, now: Date): ClockChip {
  if (recalledAt !== undefined) return { look: 'paused', text: `Recalled ${momentWords(new Date(recalledAt), now)}` };
  if (receivedAt !== undefined) return { look: 'met', text: `Received ${momentWords(new Date(receivedAt), now)}` };
  const due = new Date(receiptDueAt);
  const left = due.getTime() - now.getTime();
  if (left < 0) return { look: 'late', text: `Receipt ${durationWords(-left, 'up')} late` };
  return { look: 'due-soon', text: `Confirm by ${momentWords(due, now)}` };
}

/** A receipt is owed of it: nobody has confirmed it, and it was not taken back. */
export const isWaiting = ({ receivedAt, recalledAt }: Notice): boolean =>
  receivedAt === undefined && recalledAt === undefined;

export function noticesView(notices: readonly Notice[], now: Date): NoticesView {
  const waiting = notices.filter(isWaiting).length;
  const inOrder = [...notices].sort(
    (a, b) => Number(isWaiting(b)) - Number(isWaiting(a)) || b.sentAt.localeCompare(a.sentAt),
  );
  return {
    heading:
      waiting === 0
        ? 'Every notice has its receipt'
        : `${waiting} ${waiting === 1 ? 'notice waits' : 'notices wait'} for your receipt`,
    rows: inOrder.map((notice) => ({
      reference: notice.reference,
      href: `/notices/${notice.noticeId}`,
      sent: momentWords(new Date(notice.sentAt), now),
      receipt: receiptChip(notice, now),
    })),
  };
}
