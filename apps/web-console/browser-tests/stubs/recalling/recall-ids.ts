const id = (end: number): string => `0198ffff-0000-7000-8000-${String(end).padStart(12, '0')}`;

/** Ids of an invented recall. */
export const RECALLED = {
  recallId: id(1),
  noticeId: id(2),
  otherNoticeId: id(3),
  deskNoticeId: id(4),
  breachId: id(5),
  otherBreachId: id(6),
} as const;
