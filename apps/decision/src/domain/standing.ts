import type { EnquiryStage, NextStep } from '@mash/contracts';

/** What an enquiry's place in the queue rests on. */
export interface StandingFacts {
  readonly rosterVersion: number;
  readonly rosterConfirmed: boolean;
  readonly isClaimed: boolean;
  readonly isRated: boolean;
  readonly asked: number;
  readonly answered: number;
  readonly late: number;
  readonly isDecided: boolean;
  readonly isFlagged: boolean;
  readonly childrenToRoute: number;
  /** That have gone: of a case that waits nobody has been given anything. */
  readonly routes: number;
  readonly routesWaiting: number;
  /** Feedback on the newest decision has been sent off, or withheld with its reason. */
  readonly feedbackSent: boolean;
  /** The referrer has been told, or nothing was to be told. */
  readonly feedbackDone: boolean;
}

export interface Standing {
  readonly stage: EnquiryStage;
  readonly nextStep: NextStep;
}

function afterDecision(facts: StandingFacts): Standing {
  const stage = facts.routes > 0 ? 'routed' : 'decided';
  if (facts.isFlagged) return { stage: 'decided', nextStep: 'look_again' };
  if (facts.childrenToRoute > 0) return { stage, nextStep: 'route' };
  if (!facts.feedbackSent) return { stage, nextStep: 'feedback' };
  if (facts.routesWaiting > 0 || !facts.feedbackDone) return { stage, nextStep: 'wait' };
  return { stage: 'closed', nextStep: 'done' };
}

function whileAsking({ asked, answered, late }: StandingFacts): Standing {
  if (asked === 0) return { stage: 'rated', nextStep: 'send' };
  if (answered >= asked) return { stage: 'answered', nextStep: 'decide' };
  return { stage: 'with_agencies', nextStep: late > 0 ? 'chase' : 'wait' };
}

/**
 * Where an enquiry stands and what is next. Nobody sets it: it follows from what has been done. So nothing closes without a decision,
 * every child on its way, and the referrer told or a reason why not ("never do nothing").
 */
export function standingOf(facts: StandingFacts): Standing {
  if (facts.isDecided) return afterDecision(facts);
  if (facts.isRated) return whileAsking(facts);
  const isLookedAt = facts.isClaimed || facts.rosterVersion > 1;
  return { stage: isLookedAt ? 'screening' : 'new', nextStep: facts.rosterConfirmed ? 'rate' : 'screen' };
}
