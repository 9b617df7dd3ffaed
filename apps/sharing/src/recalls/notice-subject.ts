import type { Subject } from '@mash/authorisation';
import type { RecallNoticeRow } from './recall.repository';

export const noticeSubject = ({
  noticeId,
  partnershipId,
  recipientId,
  recipientAgencyId,
}: RecallNoticeRow): Subject<'RecallNotice'> & { kind: 'RecallNotice' } => ({
  ...{ kind: 'RecallNotice', id: noticeId, partnershipId, recipientAgencyId },
  recipientId: recipientId ?? '',
});
