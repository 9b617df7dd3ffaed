import type { StrategyStep } from '@mash/contracts';
import { refuse } from './refuse';

/** What can follow what. A running discussion can start again with more agencies; one that ended stays ended, and a new one is begun. */
const FOLLOWS: Readonly<Record<StrategyStep | 'nothing', readonly StrategyStep[]>> = {
  nothing: ['considered', 'started'],
  considered: ['started', 'not_held'],
  started: ['started', 'held', 'not_held'],
  held: [],
  not_held: [],
};

/** The steps that can follow the newest one. */
export const mayBecome = (newest: StrategyStep | undefined): readonly StrategyStep[] => FOLLOWS[newest ?? 'nothing'];

export interface StrategyStepTaken {
  readonly step: StrategyStep;
  readonly agencies: readonly string[];
  readonly hasNote: boolean;
}

/**
 * Whether this step can be taken now. "Considered and not held" needs its reason ("Child Protection in England", national review, May 2022); who takes part is said when it starts.
 * No answer and no REVIEW is asked for: none delays it.
 * @throws DecisionRefusal STRATEGY_STEP_NOT_NEXT, STRATEGY_WITHOUT_PARTICIPANTS, STRATEGY_REASON_MISSING
 */
export function checkStrategyStep(
  newest: StrategyStep | undefined,
  { step, agencies, hasNote }: StrategyStepTaken,
): void {
  if (!mayBecome(newest).includes(step)) refuse('STRATEGY_STEP_NOT_NEXT', 'That step does not follow the last one.');
  if (step === 'started' && agencies.length === 0)
    refuse('STRATEGY_WITHOUT_PARTICIPANTS', 'Say which agencies take part.');
  if ((step === 'not_held' || step === 'held') && !hasNote)
    refuse('STRATEGY_REASON_MISSING', 'Write what was concluded, or why it is not held.');
}
