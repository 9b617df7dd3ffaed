import type { EnquiryView } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { sayPath } from '../../recalls/shared/recall-words';

/** The strip of one press of Immediate protection: who was told, and who has it. */
export interface ProtectionStrip {
  readonly heading: string;
  readonly receipts: readonly {
    readonly text: string;
    readonly isMissing: boolean;
    /** Where somebody says that it went to the wrong desk. */
    readonly wrongHref?: string;
  }[];
}

/** "Riverside Police: received 10:05 today". Silence is as loud as a receipt. */
export function protectionStrips(
  { enquiryId, protections }: Pick<EnquiryView, 'enquiryId' | 'protections'>,
  now: Date,
): ProtectionStrip[] {
  const newestFirst = [...protections].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  return newestFirst.map(({ startedAt, outOfHours, notices }) => ({
    heading: `Immediate protection since ${momentWords(new Date(startedAt), now)}${outOfHours ? ' (out of hours)' : ''}`,
    receipts: notices.map((notice) => receiptOf(notice, enquiryId, now)),
  }));
}

/**
 * How much of what was chosen with a press its notices do not tell: said beside the receipts, where the press leads, and not kept.
 * @param sent as the address has it; anything but a small count says nothing
 */
export function untoldSentence(sent: unknown): string | undefined {
  if (typeof sent !== 'string' || !/^[1-9]\d{0,3}$/.test(sent)) return undefined;
  const what = sent === '1' ? '1 thing that you chose is' : `${sent} things that you chose are`;
  return `${what} not in every notice: ring whoever was told.`;
}

function receiptOf(
  { noticeId, agencyId, receivedAt, recalledAt }: EnquiryView['protections'][number]['notices'][number],
  enquiryId: string,
  now: Date,
): ProtectionStrip['receipts'][number] {
  const agency = agencyWords(agencyId);
  if (recalledAt !== undefined)
    return {
      text: `${agency}: taken back ${momentWords(new Date(recalledAt), now)}. They are not told.`,
      isMissing: true,
    };
  const wrongHref = sayPath(enquiryId, 'notice', noticeId);
  return receivedAt === undefined
    ? { text: `${agency}: told, no receipt yet. Ring them.`, isMissing: true, wrongHref }
    : { text: `${agency}: received ${momentWords(new Date(receivedAt), now)}`, isMissing: false, wrongHref };
}
