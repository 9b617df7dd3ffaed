import type { IdentityQuestion, Recall, RecallNotice } from '@mash/contracts';
import type { AsMeant } from '../../domain/recalls/as-meant';
import type { IdentityStatementRow } from '../../recalls/identity-statement.repository';
import type { RecallNoticeRow, RecallRow } from '../../recalls/recall.repository';
import type { Naming } from '../../register/named-to-reader';

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

/** Who saw it, as far as they may be named to the reader; the others are counted, with how many have not confirmed. */
export function recallView(
  row: RecallRow,
  { about, says, recipientAgencyId, recipientId }: IdentityStatementRow,
  notices: readonly RecallNoticeRow[],
  { naming, now }: { naming: Naming; now: Date },
): Recall {
  const { recallId, enquiryId, openedAt, openedBy, closedAt, closedBy, closedHow } = row;
  const own = notices.filter((one) => one.recallId === recallId);
  const isNamed = (row: RecallNoticeRow) => naming.isNamed(enquiryId, row.recipientAgencyId);
  const others = own.filter((row) => !isNamed(row));
  return {
    ...{ recallId, enquiryId, about, says, openedBy, openedAt: openedAt.toISOString() },
    ...(recipientAgencyId !== null && { recipientAgencyId: naming.of(enquiryId, recipientAgencyId) }),
    ...(recipientId !== null && naming.isNamed(enquiryId, recipientAgencyId) && { recipientId }),
    notices: own.filter(isNamed).map((one) => noticeView(one, closedAt === null, now)),
    notNamed: {
      notices: others.length,
      unconfirmed: others.filter(({ destroyedAt }) => destroyedAt === null).length,
    },
    ...(closedAt !== null && { closedAt: closedAt.toISOString() }),
    ...(closedBy !== null && { closedBy }),
    ...(closedHow !== null && { closedHow }),
  };
}

export function questionView(
  row: AsMeant<IdentityStatementRow>,
  { enquiryReference, naming, now }: { enquiryReference: string; naming: Naming; now: Date },
): IdentityQuestion {
  const { statementId, enquiryId, about, says, statedAt, holderAgencyId, confirmBy, meantId, isOfEarlier } = row;
  return {
    ...{ statementId, enquiryId, enquiryReference, about, says, saidAt: statedAt.toISOString() },
    ...(holderAgencyId !== null && { agencyId: naming.of(enquiryId, holderAgencyId) }),
    ...(isOfEarlier === true && { meantId }),
    ...(confirmBy !== null && { dueAt: confirmBy.toISOString() }),
    late: confirmBy !== null && confirmBy < now,
  };
}
