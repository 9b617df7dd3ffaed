import { fieldErrorsOf } from '../../api-clients/field-errors-of';
import { ServiceProblem } from '../../api-clients/service-errors';
import type { FieldError } from '../../forms/field-error';
import { factField } from './facts.form';

/** Whether somebody else rated since the page was opened. */
export const isRatedMeanwhile = (error: unknown): boolean =>
  error instanceof ServiceProblem && error.code === 'DECISION.RATED_MEANWHILE';

/** Refusals about a fact name the pack's input; `facts.` before it or not. */
const factErrors = (error: unknown): FieldError[] =>
  error instanceof ServiceProblem
    ? error.errors
        .filter(({ field }) => field.startsWith('facts.'))
        .map(({ field, message }) => ({ field: factField(field.slice('facts.'.length)), text: message }))
    : [];

/** The decision service's refusal as errors of the form; undefined where it is none of the form's business. */
export function ratingRefusal(error: unknown): FieldError[] | undefined {
  const aboutFacts = factErrors(error);
  if (aboutFacts.length > 0) return aboutFacts;
  return fieldErrorsOf(error, {
    colour: 'colour',
    departureReason: 'departureReason',
    strategy: 'strategy',
    'threshold.level': 'threshold',
    'threshold.grounds': 'grounds',
    'DECISION.ROSTER_BLANK': 'colour',
    'DECISION.FACTS_DO_NOT_FIT': 'facts',
    'DECISION.COLOUR_NOT_IN_PACK': 'colour',
    'DECISION.STRATEGY_NOT_SAID': 'strategy',
    'DECISION.DEPARTURE_REASON_NEEDED': 'departureReason',
  });
}
