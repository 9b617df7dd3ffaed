import type { HolderNotices } from '@mash/contracts';
import { agencyWords } from '../../presenters/agency-words';
import { momentWords } from '../../presenters/clock-chip';
import { ownPagePath } from '../releasing/release-words';

/** Something of this agency's was told before it was asked. */
export interface ToldInProtection {
  readonly seenAction: string;
  readonly text: string;
  readonly own: { readonly href: string; readonly text: string };
}

type Notice = HolderNotices['notices'][number];

const AS_WHAT = { police: '', team_sc: ', for social care or its duty team' } as const;

/** What nobody there has seen yet. */
export const toldInProtection = (notices: readonly Notice[], now: Date): ToldInProtection[] =>
  notices
    .filter(({ seenAt }) => seenAt === undefined)
    .map((one) => ({
      seenAction: `/holder-notices/${one.noticeId}/seen`,
      text:
        `${one.enquiryReference}: the hub told ${agencyWords(one.toAgencyId)}${AS_WHAT[one.toAudience]} ${one.items === 1 ? '1 thing' : `${String(one.items)} things`} ` +
        `that you had said, ${momentWords(new Date(one.toldAt), now)}. It was immediate protection: a child was thought to be in danger, so that you were not asked first. You need do nothing.`,
      own: { href: ownPagePath(one.enquiryId), text: 'What we said' },
    }));
