const id = (number: number): string => `0198eeee-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Ids and references of the invented enquiry that agencies are asked about. Its people are those of the hub's stub. */
export const ASKED = {
  enquiryId: id(1),
  reference: 'E-5R7T9WX',
  requestId: id(2),
  lateRequestId: id(3),
  reviewId: id(4),
  ownReviewId: id(5),
  answerEnvelope: id(6),
  lineId: id(7),
  holderReviewId: id(8),
  holderDecisionId: id(9),
  itemId: id(10),
  holdDecisionId: id(11),
  productReviewId: id(12),
  productId: id(13),
} as const;
