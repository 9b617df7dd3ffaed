import type { ConsentNoticeSent } from '@mash/contracts';
import type { ConsentNoticeRow } from '../../consent/consent-notice.repository';

/** A notice as its body and the hub read it: ids and codes. */
export const noticeView = (row: ConsentNoticeRow): ConsentNoticeSent => ({
  ...{ noticeId: row.noticeId, personId: row.personId, statementId: row.statementId, state: row.state },
  ...{ agencyId: row.agencyId, holds: row.holds },
  raisedAt: row.raisedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  ...(row.confirmed !== null && { confirmed: row.confirmed }),
  ...(row.confirmedAt !== null && { confirmedAt: row.confirmedAt.toISOString() }),
});
