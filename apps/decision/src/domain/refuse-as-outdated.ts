import { DecisionRefusal } from './decision-refusal';

/** @throws DecisionRefusal 409: the record has moved on since the person looked; they look again */
export function refuseAsOutdated(code: string, detail: string): never {
  throw new DecisionRefusal(`DECISION.${code}`, 409, detail);
}
