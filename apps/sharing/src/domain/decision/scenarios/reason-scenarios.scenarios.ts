import type { ReasonCode } from '../reasons/reason-code';
import { REASON_CODES } from '../reasons/reason-code';
import { AGREEMENT_SCENARIOS } from './agreement.scenarios';
import { AUDIENCE_SCENARIOS } from './audience.scenarios';
import { CONSENT_SCENARIOS } from './consent.scenarios';
import { edgesOf } from './edges/all-edges.scenarios';
import { GATE_SCENARIOS } from './gate.scenarios';
import { HOLDER_SCENARIOS } from './holder.scenarios';
import { PERSON_SCENARIOS } from './person.scenarios';
import type { Scenarios } from './scenario.scenarios';

/** The scenarios that tell each reason: a reason without one does not compile. */
const TOLD: Readonly<Record<ReasonCode, Scenarios>> = {
  ...GATE_SCENARIOS,
  ...HOLDER_SCENARIOS,
  ...PERSON_SCENARIOS,
  ...CONSENT_SCENARIOS,
  ...AUDIENCE_SCENARIOS,
  ...AGREEMENT_SCENARIOS,
};

const withEdges = (code: ReasonCode): Scenarios => {
  const [first, ...rest] = TOLD[code];
  return [first, ...rest, ...edgesOf(code)];
};

/** The same with those that hold the edges of its rows. */
export const REASON_SCENARIOS = Object.fromEntries(REASON_CODES.map((code) => [code, withEdges(code)])) as Readonly<
  Record<ReasonCode, Scenarios>
>;
