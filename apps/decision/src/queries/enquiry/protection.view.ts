import type { EnquiryView } from '@mash/contracts';
import type { NoticeRecord, ProtectionRecord } from '../../persistence/protection.repository';

type Protections = EnquiryView['protections'];

const noticeView = ({
  noticeId,
  agencyId,
  team,
  receivedAt,
  receivedBy,
  recalledAt,
}: NoticeRecord): Protections[number]['notices'][number] => ({
  ...{ noticeId, agencyId, team },
  ...(receivedAt && { receivedAt: receivedAt.toISOString() }),
  ...(receivedBy && { receivedBy }),
  ...(recalledAt && { recalledAt: recalledAt.toISOString() }),
});

/** Each press of Immediate protection with whom it told and who has confirmed. */
export const protectionViews = (
  protections: readonly ProtectionRecord[],
  notices: readonly NoticeRecord[],
): Protections =>
  protections.map(({ protectionId, startedBy, startedAt, outOfHours }) => ({
    ...{ protectionId, startedBy, outOfHours },
    startedAt: startedAt.toISOString(),
    notices: notices.filter((notice) => notice.protectionId === protectionId).map(noticeView),
  }));
