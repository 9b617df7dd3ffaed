import type { EnquiryView } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';

/** The strip of one press of Immediate protection: who was told, and who has it. */
export interface ProtectionStrip {
  readonly heading: string;
  readonly receipts: readonly { readonly text: string; readonly isMissing: boolean }[];
}

/** "Riverside Police: received 10:05 today". Silence is as loud as a receipt. */
export function protectionStrips({ protections }: Pick<EnquiryView, 'protections'>, now: Date): ProtectionStrip[] {
  const newestFirst = [...protections].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  return newestFirst.map(({ startedAt, outOfHours, notices }) => ({
    heading: `Immediate protection since ${momentWords(new Date(startedAt), now)}${outOfHours ? ' (out of hours)' : ''}`,
    receipts: notices.map(({ agencyId, receivedAt }) => ({
      text:
        receivedAt === undefined
          ? `${agencyWords(agencyId)}: told, no receipt yet. Ring them.`
          : `${agencyWords(agencyId)}: received ${momentWords(new Date(receivedAt), now)}`,
      isMissing: receivedAt === undefined,
    })),
  }));
}
