import { can, openToTheHub, type PersonActor, type Subject } from '@mash/authorisation';
import type { DecisionRow } from '../asking/sharing-decision.repository';
import type { Releaser } from '../domain/decision';
import type { ReviewRow } from './review.repository';

/** Releasers who sit in the hub: its managers answer, legal and adoption questions with the advice they took. */
const IN_THE_HUB: readonly Releaser[] = ['M', 'L', 'A'];

/**
 * The review as the policies read it. Until the register names each agency's releasers and deputies, every liaison officer of the holder is
 * one, every hub manager is one for the hub's own, and every information governance officer for theirs; who asked never is.
 */
export function reviewSubject(actor: PersonActor, review: ReviewRow, decision: DecisionRow): Subject<'Review'> {
  const isHub = IN_THE_HUB.includes(review.releaser) && actor.roles.includes('mash-manager');
  const isGovernance = review.releaser === 'IG' && actor.roles.includes('ig-officer');
  const isHolder = review.releaserAgencyId !== null && review.releaserAgencyId === actor.agencyId;
  const mayRelease = (isHub || isGovernance || isHolder) && decision.askedBy !== actor.id;
  return {
    kind: 'Review',
    id: review.reviewId,
    partnershipId: review.partnershipId,
    ...openToTheHub,
    holderAgencyId: review.releaserAgencyId ?? actor.agencyId,
    releaserIds: mayRelease ? [actor.id] : [],
    open: review.state === 'open',
  };
}

/** Whether the review waits for this person, or for somebody whose seat they share. */
export const waitsFor = (actor: PersonActor, review: ReviewRow, decision: DecisionRow): boolean =>
  can(actor, 'answer', reviewSubject(actor, review, decision));
