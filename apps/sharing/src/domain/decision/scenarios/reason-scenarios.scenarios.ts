import type { ReasonCode } from '../reasons/reason-code';
import { AGREEMENT_SCENARIOS } from './agreement.scenarios';
import { AUDIENCE_SCENARIOS } from './audience.scenarios';
import { CONSENT_SCENARIOS } from './consent.scenarios';
import { GATE_SCENARIOS } from './gate.scenarios';
import { HOLDER_SCENARIOS } from './holder.scenarios';
import { PERSON_SCENARIOS } from './person.scenarios';
import type { Scenarios } from './scenario.scenarios';

/** The scenarios of every reason: a reason without one does not compile. */
export const REASON_SCENARIOS: Readonly<Record<ReasonCode, Scenarios>> = {
  ...GATE_SCENARIOS,
  ...HOLDER_SCENARIOS,
  ...PERSON_SCENARIOS,
  ...CONSENT_SCENARIOS,
  ...AUDIENCE_SCENARIOS,
  ...AGREEMENT_SCENARIOS,
};
