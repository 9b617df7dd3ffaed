import type { IdentityQuestion, Recall, RecallNotice } from '@mash/contracts';
import type { IdentityStatementRow } from '../../recalls/identity-statement.repository';
import type { RecallNoticeRow, RecallRow } from '../../recalls/recall.repository';

/** A notice with what came of it; late where nobody confirmed in time. */
export function noticeView(row: RecallNoticeRow, isOpen: boolean, now: Date): RecallNotice {
  const { noticeId, recipientId, recipientAgencyId, shownAt, toldAt, dueAt, destroyedAt, destroyedBy, destroyedHow } =
    row;
  return {
    ...{ noticeId, recipientAgencyId, ...(recipientId !== null && { recipientId }) },
    ...{ shownAt: shownAt.toISOString(), toldAt: toldAt.toISOString(), dueAt: dueAt.toISOString() },
    late: isOpen && destroyedAt === null && dueAt < now,
    ...(destroyedAt !== null && { destroyedAt: destroyedAt.toISOString() }),
    ...(destroyedBy !== null && { destroyedBy }),
    ...(destroyedHow !== null && { destroyedHow }),
  };
}

export function recallView(
  row: RecallRow,
  { about, says, recipientAgencyId, recipientId }: IdentityStatementRow,
  notices: readonly RecallNoticeRow[],
  now: Date,
): Recall {
  const { recallId, enquiryId, openedAt, openedBy, closedAt, closedBy, closedHow } = row;
  const own = notices.filter((one) => one.recallId === recallId);
  return {
    ...{ recallId, enquiryId, about, says, openedBy, openedAt: openedAt.toISOString() },
    ...(recipientAgencyId !== null && { recipientAgencyId }),
    ...(recipientId !== null && { recipientId }),
    notices: own.map((one) => noticeView(one, closedAt === null, now)),
    ...(closedAt !== null && { closedAt: closedAt.toISOString() }),
    ...(closedBy !== null && { closedBy }),
    ...(closedHow !== null && { closedHow }),
  };
}

export function questionView(row: IdentityStatementRow, enquiryReference: string, now: Date): IdentityQuestion {
  const { statementId, enquiryId, about, says, statedAt, holderAgencyId, confirmBy } = row;
  return {
    ...{ statementId, enquiryId, enquiryReference, about, says, saidAt: statedAt.toISOString() },
    ...(holderAgencyId !== null && { agencyId: holderAgencyId }),
    ...(confirmBy !== null && { dueAt: confirmBy.toISOString() }),
    late: confirmBy !== null && confirmBy < now,
  };
}
