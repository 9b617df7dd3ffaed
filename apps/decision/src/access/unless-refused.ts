import { CodedError } from '@mash/service-host';
import { FactsDoNotFit } from '@mash/threshold-packs';
import { DecisionRefusal } from '../domain/decision-refusal';

/** Runs a rule of the domain; what it refuses reads as problem+json. */
export function unlessRefused<T>(rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    if (error instanceof DecisionRefusal)
      throw new CodedError(error.code, error.status, error.detail, error.errors && [...error.errors]);
    if (error instanceof FactsDoNotFit)
      throw new CodedError(
        'DECISION.FACTS_DO_NOT_FIT',
        400,
        'A fact is not one that the rating table of this enquiry knows.',
      );
    throw error;
  }
}
