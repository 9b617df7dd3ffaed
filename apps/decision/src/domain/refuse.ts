import { DecisionRefusal, type RefusedField } from './decision-refusal';

/** @throws DecisionRefusal 422: a rule of the hub stands against it */
export function refuse(code: string, detail: string, errors?: readonly RefusedField[]): never {
  throw new DecisionRefusal(`DECISION.${code}`, 422, detail, errors);
}
