import { StrategyStep } from '@mash/contracts';
import type { FieldError } from '../../forms/field-error';
import type { Posted } from '../../forms/posted';

export interface StrategyTyped {
  readonly step: StrategyStep;
  readonly agencies: readonly string[];
  readonly note?: string;
}

const MOST = 4000;
const ENDS: readonly StrategyStep[] = ['held', 'not_held'];

/** What happened, with whom, and what was concluded or why not. @param known agencies that can take part */
export function readStrategyStep(
  posted: Posted,
  known: readonly string[],
): { typed?: StrategyTyped; errors: FieldError[] } {
  const step = posted.choice('step', StrategyStep.options);
  const agencies = posted.choices('agencies', known);
  const note = posted.optional('note');
  const errors: FieldError[] = [
    ...(step === undefined ? [{ field: 'step', text: 'Choose what happened' }] : []),
    ...(step === 'started' && agencies.length === 0 ? [{ field: 'agencies', text: 'Choose who takes part' }] : []),
    ...(step !== undefined && ENDS.includes(step) && note === undefined
      ? [{ field: 'note', text: step === 'held' ? 'Write what was concluded' : 'Write why it is not held' }]
      : []),
    ...((note?.length ?? 0) > MOST ? [{ field: 'note', text: 'Use 4,000 characters or fewer' }] : []),
  ];
  if (step === undefined || errors.length > 0) return { errors };
  return { typed: { step, agencies, ...(note !== undefined && { note }) }, errors };
}
