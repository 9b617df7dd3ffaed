import type { EnquiryView } from '@mash/contracts';
import { hasGone } from '../../domain/routes-needed';
import { isHeld, type FeedbackRecord } from '../../persistence/feedback.repository';
import type { RatingRecord, ThresholdRecord } from '../../persistence/rating.repository';
import type { RouteRecord } from '../../persistence/route.repository';

type One<Key extends 'ratings' | 'thresholds' | 'routes' | 'feedback'> = EnquiryView[Key][number];

export function ratingView({
  kid,
  envelope,
  ratedAt,
  proposedColour,
  proposedRow,
  ...rating
}: RatingRecord): One<'ratings'> {
  const { ratingId, version, colour, departed, ratedBy, ratedByRole } = rating;
  return {
    ...{ ratingId, version, colour, departed, ratedBy, ratedByRole },
    ...(proposedColour && { proposedColour }),
    ...(proposedRow && { proposedRow }),
    ratedAt: ratedAt.toISOString(),
    sealed: { kid, envelope },
  };
}

export const thresholdView = ({ level, version, judgedBy, judgedAt, grounds }: ThresholdRecord): One<'thresholds'> => ({
  ...{ level, version, judgedBy, grounds: [...grounds] },
  judgedAt: judgedAt.toISOString(),
});

export const routeView = ({ routedAt, dueAt, answeredAt, ...route }: RouteRecord): One<'routes'> => ({
  ...{ routeId: route.routeId, decisionId: route.decisionId, team: route.team, state: route.state },
  personIds: [...route.personIds],
  ...(route.productId && { productId: route.productId }),
  ...{ routedAt: routedAt.toISOString(), dueAt: dueAt.toISOString() },
  ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
  ...(route.reasonCode && { reasonCode: route.reasonCode }),
  ...(!hasGone(route) && { notGone: true as const }),
});

export function feedbackView(feedback: FeedbackRecord): One<'feedback'> {
  const { feedbackId, extent, letterId, sentAt, acknowledgedAt, toldBy, letterOutcome, overtaken } = feedback;
  return {
    ...{ feedbackId, extent },
    ...(letterId && { letterId }),
    ...(isHeld(feedback) && { held: true }),
    ...(letterOutcome === 'DENY' && { refused: true }),
    ...(letterOutcome !== 'DENY' && overtaken && { overtaken }),
    sentAt: sentAt.toISOString(),
    ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }),
    ...(toldBy && { toldBy }),
  };
}
